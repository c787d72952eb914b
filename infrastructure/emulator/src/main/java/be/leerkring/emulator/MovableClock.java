package be.leerkring.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** A clock that can be moved, and stands still or runs meanwhile. */
public final class MovableClock extends Clock {

    private final AtomicReference<Instant> now;
    private final LongSupplier nanosSince;
    private final ZoneId zone;

    private MovableClock(AtomicReference<Instant> now, LongSupplier nanosSince, ZoneId zone) {
        this.now = now;
        this.nanosSince = nanosSince;
        this.zone = zone;
    }

    /** Shows this instant, until it is moved. */
    public static MovableClock at(Instant instant) {
        return new MovableClock(new AtomicReference<>(instant), () -> 0, ZoneOffset.UTC);
    }

    /** Shows this instant, and runs on from there as real time does. */
    public static MovableClock runningFrom(Instant instant) {
        var start = System.nanoTime();
        return new MovableClock(new AtomicReference<>(instant), () -> System.nanoTime() - start, ZoneOffset.UTC);
    }

    /** Shows this instant from now on. */
    public void moveTo(Instant instant) {
        now.set(instant.minusNanos(nanosSince.getAsLong()));
    }

    /** Shows an instant that is so much later from now on. */
    public void forward(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get().plusNanos(nanosSince.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(now, nanosSince, other);
    }
}
