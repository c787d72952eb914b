package be.leerkring.registration.state;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Outlook;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The form was filled in; whether the address is theirs is not known.
 *
 * @param reminded whether the person was reminded to confirm
 * @param outsider whether the address is at none of the mail domains that were known of the organisation
 */
public record Pending(Core core, Optional<String> passedBy, boolean reminded, boolean outsider)
        implements
            Confirmable {

    /** When somebody who does not confirm is reminded. */
    private static final Duration REMINDED_AFTER = Duration.ofDays(1);

    public Pending {
        core = core.in(RegistrationState.PENDING);
    }

    /** After a form of their own, and before any reminder. */
    Pending(Core core) {
        this(core, Optional.empty(), false, false);
    }

    /** The first form of somebody who was not known at the session, of whom nothing says that they work elsewhere. */
    public static Pending first(Participant participant, Instant now) {
        return first(participant, false, now);
    }

    /** The first form of somebody who was not known at the session. */
    public static Pending first(Participant participant, boolean outsider, Instant now) {
        return new Pending(Core.first(participant, now), Optional.empty(), false, outsider);
    }

    @Override
    public Pending with(Core other) {
        return new Pending(other, passedBy, reminded, outsider);
    }

    /** Somebody would pass them a seat. */
    Pending by(String giver) {
        return new Pending(core, Optional.of(giver), reminded, outsider);
    }

    /** At an address that an organiser put right, the person has two days anew to confirm; or is an outsider there. */
    public Pending reachedAt(Participant details, boolean outside, Instant now) {
        return new Pending(core.again(now).of(details), passedBy, false, outside);
    }

    @Override
    public Outlook outlook(Session session, Seats seats) {
        return Outlook.of(participant().place(needsNoConsent(session)), seats, session.admission());
    }

    /** When the person is to be reminded; empty once that is done. */
    public Optional<Instant> due() {
        return reminded ? Optional.empty() : Optional.of(asked().plus(REMINDED_AFTER));
    }

    /** The person was reminded to confirm, or need not be. */
    public Pending remind() {
        return new Pending(core.next(), passedBy, true, outsider);
    }

    /** What confirming leads to where nobody passes a seat. */
    public Confirmation.Given seatOrLine(Session session, Seats seats, Instant now) {
        return seatOrLine(session, seats, needsNoConsent(session), now);
    }

    /** An organiser confirms in the person's stead; that is an organiser's consent, too. */
    public Confirmation.Given vouch(Session session, Seats seats, Instant now) {
        return seatOrLine(session, seats, true, now);
    }

    private Confirmation.Given seatOrLine(Session session, Seats seats, boolean consent, Instant now) {
        return seats.seatsAtOnce(participant().place(consent), session.admission())
                ? new Confirmation.Seated(new Confirmed(core.next(now)))
                : new Confirmation.Lined(new Waiting(core.next(now), consent));
    }

    /** An organiser puts them at the end of the line. */
    public Waiting putInLine(Session session, Instant now) {
        return new Waiting(core.next(now), needsNoConsent(session));
    }

    private boolean needsNoConsent(Session session) {
        return !Consent.isNeeded(session, participant().kind().subsidised(), outsider);
    }
}
