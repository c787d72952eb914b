package be.leerkring.mailer;

import io.micronaut.context.annotation.Value;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the mailer counts, as CloudWatch takes it from a function's log: a line of JSON in the embedded metric format
 * (CloudWatch User Guide, "Specification: Embedded metric format"). A line is written at the end of each run.
 */
@Singleton
final class MailMetrics {

    /** The namespace that the alarms look into. */
    static final String NAMESPACE = "Leerkring";

    /** The dimension that says whose they are: two stacks in one account and region count apart. */
    private static final String STACK = "Stack";

    private static final Logger LOG = LoggerFactory.getLogger("metrics");

    private record Counted(String kind, String state) {}

    private final JsonMapper json;
    private final Clock clock;
    private final String stack;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Counted, Integer> counts = new LinkedHashMap<>();
    private boolean stopped;

    MailMetrics(JsonMapper json, Clock clock, @Value("${STACK_NAME}") String stack) {
        this.json = json;
        this.clock = clock;
        this.stack = stack;
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
            counts.forEach((counted, number) -> write(
                    Map.of("Kind", counted.kind(), "State", counted.state()), "Mails", "Count", number));
            if (stopped) {
                write(Map.of(), "SendingStopped", "Count", 1);
            }
            counts.clear();
            stopped = false;
        } finally {
            lock.unlock();
        }
    }

    /** How long the oldest mail has waited to be sent; zero where none waits. */
    void oldestUnsent(Duration age) {
        write(Map.of(), "OldestUnsentMail", "Seconds", age.toSeconds());
    }

    /** How many mails are held, for too many were asked for. */
    void held(int number) {
        write(Map.of(), "HeldMails", "Count", number);
    }

    private void write(Map<String, String> own, String name, String unit, long value) {
        var dimensions = new TreeMap<>(own);
        dimensions.put(STACK, stack);
        var line = new TreeMap<String, Object>(dimensions);
        line.put(name, value);
        line.put(
                "_aws",
                Map.of(
                        "Timestamp",
                        clock.millis(),
                        "CloudWatchMetrics",
                        List.of(Map.of(
                                "Namespace",
                                NAMESPACE,
                                "Dimensions",
                                List.of(List.copyOf(dimensions.keySet())),
                                "Metrics",
                                List.of(Map.of("Name", name, "Unit", unit))))));
        try {
            LOG.info("{}", json.writeValueAsString(line));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("A metric can't be written", unwritable);
        }
    }
}
