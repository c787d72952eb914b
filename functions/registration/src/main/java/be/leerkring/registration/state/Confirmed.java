package be.leerkring.registration.state;

import be.leerkring.network.participant.RegistrationState;
import java.time.Instant;

/** Has a seat. */
public record Confirmed(Core core) implements Holding {

    public Confirmed {
        core = core.in(RegistrationState.CONFIRMED);
    }

    @Override
    public Confirmed with(Core other) {
        return new Confirmed(other);
    }

    /** Another has taken over the seat. */
    public Cancelled passOn(Instant now) {
        return new Cancelled(core.next(now), Cancelled.Ending.PASSED, "");
    }

    /** An organiser puts them at the end of the line; that they had a seat is consent enough. */
    public Waiting putInLine(Instant now) {
        return new Waiting(core.next(now));
    }

    /** The session began, and they were not seen. */
    public Absent miss(Instant now) {
        return new Absent(core.next(now));
    }
}
