package be.leerkring.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that starts where it is told, runs on as real time does, and can be moved forward. */
final class LaptopClock extends Clock {

    private final Clock real;
    private volatile Duration ahead;

    LaptopClock(Clock real, Instant start) {
        this.real = real;
        this.ahead = Duration.between(real.instant(), start);
    }

    /** Moves forward to this moment; a moment that is past changes nothing. */
    void moveTo(Instant moment) {
        var jump = Duration.between(instant(), moment);
        if (jump.isPositive()) {
            ahead = ahead.plus(jump);
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The laptop's clock gives instants only");
    }
}
