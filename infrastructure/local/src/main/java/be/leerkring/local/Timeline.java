package be.leerkring.local;

import be.leerkring.emulator.dynamodb.TimeToLive;
import be.leerkring.emulator.stream.StreamRelay;
import be.leerkring.platform.mail.QueuedMails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The laptop's time: whatever is due on the way from one moment to another happens, in order and at its own moment. */
final class Timeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);
    private static final long NEVER = -1;
    private static final Duration DELIVERY = Duration.ofSeconds(60);

    /** No mail waits longer than this to be tried again. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final LaptopClock clock;
    private final Schedules schedules;
    private final List<StreamRelay> relays;
    private final Runnable reports;
    private final QueuedMails mails;
    private final LongSupplier writes;
    private final QuietTimes quietTimes;
    private final TimeToLive timeToLive;
    private final Memory memory;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("timeline").unstarted(task));
    private final ReentrantLock moving = new ReentrantLock();
    private final Future<?> ticking;
    private Instant fired;
    private long emptyAt = NEVER;

    Timeline(
            LaptopClock clock,
            Schedules schedules,
            List<StreamRelay> relays,
            Runnable reports,
            QueuedMails mails,
            LongSupplier writes,
            QuietTimes quietTimes,
            TimeToLive timeToLive,
            Memory memory) {
        this.clock = clock;
        this.schedules = schedules;
        this.relays = relays;
        this.reports = reports;
        this.mails = mails;
        this.writes = writes;
        this.quietTimes = quietTimes;
        this.timeToLive = timeToLive;
        this.memory = memory;
        this.fired = clock.instant();
        this.ticking = ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** The laptop's now. */
    Instant now() {
        return clock.instant();
    }

    /**
     * Moves the clock forward, fires what became due, deletes what expired, and returns when that has run and the
     * outbox is empty.
     *
     * @param target a moment that is not past
     */
    void moveTo(Instant target) {
        moving.lock();
        try {
            var outboxIsEmpty = deliver();
            for (var next = schedules.next(fired); !next.isAfter(target); next = schedules.next(fired)) {
                if (timeToLive.hasEnds(next) || !quietTimes.at(next)) {
                    clock.moveTo(next);
                    timeToLive.expire(next);
                    schedules.fire(next, outboxIsEmpty);
                    outboxIsEmpty = deliver();
                }
                fired = next;
            }
            clock.moveTo(target);
            timeToLive.expire(target);
            var _ = deliver();
            memory.keep(clock.instant());
        } finally {
            moving.unlock();
        }
    }

    /** How many mails have yet to leave, now or later. */
    long waiting() {
        return mails.unsent(clock.instant().plus(LONGEST_WAIT)).count();
    }

    /** Returns when everything that was written before this call has been delivered. */
    void settle(Duration timeout) {
        relays.forEach(relay -> relay.awaitIdle(timeout));
    }

    /**
     * A mail leaves at the moment at which it was decided, not at the one to which the clock moves.
     *
     * @return whether no mail is left
     */
    private boolean deliver() {
        if (emptyAt == writes.getAsLong()) {
            return true;
        }
        settle(DELIVERY);
        reports.run();
        var seen = writes.getAsLong();
        var isEmpty = mails.unsent(clock.instant().plus(LONGEST_WAIT)).findAny().isEmpty() && mails.held() == 0;
        emptyAt = isEmpty ? seen : NEVER;
        return isEmpty;
    }

    private void tick() {
        try {
            reports.run();
            if (!schedules.next(fired).isAfter(clock.instant())) {
                moveTo(clock.instant());
            }
        } catch (RuntimeException failed) {
            LOG.error("What was due at {} failed", clock.instant(), failed);
        }
    }

    @Override
    public void close() {
        ticking.cancel(false);
        ticker.shutdownNow();
        memory.keep(clock.instant());
    }
}
