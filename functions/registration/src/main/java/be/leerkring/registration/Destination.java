package be.leerkring.registration;

import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.registration.state.Registration;
import java.util.Optional;

/** Where a mailed link leads. */
public sealed interface Destination {

    record Found(Session session, Seats seats, Registration registration) implements Destination {

        /** The place in line, from 1; 0 for somebody who does not wait. */
        public int position() {
            return seats.position(registration.participant().person()).orElse(0);
        }
    }

    /** The link's time is over, or what it led to is; the link still names the session. */
    record Gone(Optional<Session> session, Optional<Found> formerly) implements Destination {}

    /**
     * The link works, and no registration stands behind it any more. Why, nobody knows by then: nobody confirmed it, it
     * was erased, or it gave way to another one of the same person.
     */
    record Empty(Optional<Session> session) implements Destination {}

    record Unknown() implements Destination {}
}
