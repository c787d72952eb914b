package be.leerkring.registration.state;

import be.leerkring.network.seats.Outlook;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A registration whose person has a link to confirm with: after a form, or since somebody would pass them a seat. */
public sealed interface Confirmable extends Ongoing permits Pending, Waiting {

    /** How long an unconfirmed registration stands, and its link works. */
    Duration LAPSES = Session.UNCONFIRMED_KEPT;

    /** The key of the person who would pass on a seat to this one, and has yet to be taken at their word. */
    Optional<String> passedBy();

    /** What they would get who confirm now, where nobody passes them a seat. */
    default Outlook outlook(Session session, Seats seats) {
        return Outlook.of(place(), seats, session.admission());
    }

    /** Until when it can be confirmed. */
    default Instant lapses() {
        return asked().plus(LAPSES);
    }

    /** The same as people are told it: nobody confirms once the session has started. */
    default Instant until(Session session) {
        return Collections.min(List.of(lapses(), session.start()));
    }

    @Override
    Confirmable with(Core other);

    /** The same of somebody who said that they need something, or nothing. */
    default Confirmable needing(boolean something) {
        return with(core().needing(something));
    }

    /** Whoever would pass on the seat took that back. */
    Confirmable takenBack();

    /** Whether this person would pass on a seat to them, still. */
    default boolean isPassedBy(String giver) {
        return passedBy().filter(giver::equals).isPresent();
    }

    /** The person has the seat of whoever passed it on. */
    default Confirmation.TakenOver takeOver(String giver, Instant now) {
        return new Confirmation.TakenOver(this, new Confirmed(core().next(now)), giver);
    }
}
