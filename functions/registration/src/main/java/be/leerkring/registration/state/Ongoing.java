package be.leerkring.registration.state;

import java.time.Instant;

/** A registration of which something can still come: it is to be confirmed, or it holds something. */
public sealed interface Ongoing extends Registration permits Holding, Confirmable {

    @Override
    Ongoing with(Core other);

    /** An organiser cancels it, and writes to the person why. */
    default Cancelled callOff(String reason, Instant now) {
        return new Cancelled(core().next(now), Cancelled.Ending.ORGANISER, reason);
    }

    /** The person is mailed once more what it is, with a link that works as long as a new one. */
    default Ongoing mailAgain(Instant now) {
        return with(core().again(now));
    }
}
