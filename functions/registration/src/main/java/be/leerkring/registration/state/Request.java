package be.leerkring.registration.state;

import be.leerkring.network.participant.Participant;
import java.time.Instant;

/** What a form leads to. */
public sealed interface Request {

    /** The person is mailed a link to confirm with. */
    record Ask(Confirmable next) implements Request {

        /** Of somebody who was not known at the session, and whom another would pass a seat. */
        public static Ask receiving(Participant participant, String giver, Instant now) {
            return new Ask(Pending.first(participant, now).by(giver));
        }
    }

    /** The person has confirmed before, and is mailed that. */
    record Remind(Registration from, Registration next) implements Request {}

    /** The person was mailed a moment ago. */
    record Repeated() implements Request {}
}
