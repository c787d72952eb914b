package be.leerkring.mailer;

import be.leerkring.platform.metrics.Metrics;
import be.leerkring.platform.metrics.Metrics.Unit;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** What the mailer counts; it is written at the end of each run. */
@Singleton
final class MailMetrics {

    private record Counted(String kind, String state) {}

    private final Metrics metrics;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Counted, Integer> counts = new LinkedHashMap<>();
    private boolean stopped;

    MailMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    /** One more mail of this kind came to this state. */
    void count(String kind, String state) {
        lock.lock();
        try {
            counts.merge(new Counted(kind, state), 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    /** SES took no mail at all. */
    void stopped() {
        lock.lock();
        try {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }

    /** Writes what was counted since the last time. */
    void write() {
        lock.lock();
        try {
            counts.forEach((counted, number) -> metrics.write(
                    "Mails", Unit.COUNT, number, Map.of("Kind", counted.kind(), "State", counted.state())));
            if (stopped) {
                metrics.count("SendingStopped");
            }
            counts.clear();
            stopped = false;
        } finally {
            lock.unlock();
        }
    }

    /** How long the oldest mail has waited to be sent; zero where none waits. */
    void oldestUnsent(Duration age) {
        metrics.write("OldestUnsentMail", Unit.SECONDS, age.toSeconds(), Map.of());
    }

    /** How many mails are held, for too many were asked for. */
    void held(int number) {
        metrics.write("HeldMails", Unit.COUNT, number, Map.of());
    }
}
