package be.leerkring.registration.state;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.network.session.Session;
import java.time.Instant;
import java.util.Optional;

/**
 * Has a place in the waiting list.
 *
 * @param approved false while an organiser has yet to decide about this person
 */
public record Waiting(Core core, boolean approved, Optional<String> passedBy) implements Holding, Confirmable {

    public Waiting {
        core = core.in(RegistrationState.WAITING);
    }

    /** Where nobody passes them a seat. */
    Waiting(Core core, boolean approved) {
        this(core, approved, Optional.empty());
    }

    /** For a seat alone, and for nobody's consent. */
    Waiting(Core core) {
        this(core, true);
    }

    @Override
    public Waiting with(Core other) {
        return new Waiting(other, approved, passedBy);
    }

    @Override
    public Place place() {
        return participant().place(approved);
    }

    /** Somebody would pass them a seat. */
    Waiting by(String giver) {
        return new Waiting(core, approved, Optional.of(giver));
    }

    /** Nobody passes them a seat any more. */
    public Waiting withoutGiver() {
        return new Waiting(core.next(), approved);
    }

    @Override
    public Waiting takenBack() {
        return withoutGiver();
    }

    /** A seat is held for them until this moment. */
    public Offered offer(Instant until, Instant now) {
        return new Offered(core.next(now), until);
    }

    /** An organiser consents, and there is a seat. */
    public Confirmed seat(Instant now) {
        return new Confirmed(core.next(now));
    }

    /** An organiser consents, and they keep their place in line. */
    public Waiting approve() {
        return new Waiting(core.next());
    }

    /** With other details of the same person, who is of another organisation now: consent is asked anew. */
    public Waiting describeElsewhere(Participant details, Session session, boolean outsider) {
        return new Waiting(
                core.next().of(details),
                !Consent.isNeeded(session, details.kind().subsidised(), outsider),
                passedBy);
    }
}
