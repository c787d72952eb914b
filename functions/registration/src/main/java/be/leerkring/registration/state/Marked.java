package be.leerkring.registration.state;

import java.time.Instant;
import java.util.Optional;

/** A registration of which somebody at the door, or whoever closed it, said whether the person was there. */
public sealed interface Marked extends Registration permits Attended, Absent {

    /**
     * Takes the mark back: the person is expected again.
     *
     * @return empty where it was marked later than this
     */
    default Optional<Confirmed> unmark(Instant at) {
        return at.isBefore(since()) ? Optional.empty() : Optional.of(new Confirmed(core().next(at)));
    }
}
