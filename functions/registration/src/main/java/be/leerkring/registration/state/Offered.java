package be.leerkring.registration.state;

import be.leerkring.network.participant.RegistrationState;
import java.time.Instant;
import java.util.Optional;

/**
 * A free seat is held for them.
 *
 * @param until how long
 */
public record Offered(Core core, Instant until) implements Holding {

    public Offered {
        core = core.in(RegistrationState.OFFERED);
    }

    @Override
    public Offered with(Core other) {
        return new Offered(other, until);
    }

    /** Whether the seat is held no longer. */
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** They take the seat. */
    Confirmed accept(Instant now) {
        return new Confirmed(core.next(now));
    }

    /** The offer does not reach them: they wait again. */
    public Waiting putBack(Instant now) {
        return new Waiting(core.next(now));
    }

    /** The session moved: the seat is held until this moment instead. */
    public Offered holdUntil(Instant moment) {
        return new Offered(core.next(), moment);
    }

    /** Nobody took the seat in time; empty while there is time. */
    public Optional<Cancelled> lapse(Instant now) {
        return isOver(now) ? Optional.of(end(now)) : Optional.empty();
    }

    /** The seat is held no longer, whatever was said. */
    public Cancelled end(Instant now) {
        return new Cancelled(core.next(now), Cancelled.Ending.LAPSED, "");
    }
}
