package be.leerkring.registration;

import be.leerkring.network.Participant;
import be.leerkring.network.RegistrationState;
import be.leerkring.network.Seats;
import be.leerkring.network.Session;
import java.time.Duration;
import java.time.Instant;

/**
 * One person's registration for one session. It decides its own transitions; {@link Registrations} only writes them.
 *
 * @param revision one more at every write, and never used again, not even when the person registers anew after the
 *     registration was erased: it is part of the keys of the mails that the write decided
 * @param asked when a form last led to a mail
 * @param since when the registration got its state
 */
record Registration(Participant participant, long revision, Instant asked, Instant since) {

    /** How long an unconfirmed registration stands, and its link works. */
    static final Duration LAPSES = Duration.ofDays(2);

    /** The same form again within this time is a second press of the button, and not a second question. */
    static final Duration SAME_PRESS = Duration.ofMinutes(10);

    RegistrationState state() {
        return participant.state();
    }

    /** What a form leads to. */
    sealed interface Request {

        /** The person is mailed a link to confirm with. */
        record Ask(Registration next) implements Request {}

        /** The person has confirmed before, and is mailed that. */
        record Remind(Registration next) implements Request {}

        /** The person was mailed a moment ago. */
        record Repeated() implements Request {}
    }

    /** The first form of somebody who was not known at the session. */
    static Registration first(Participant participant, Instant now) {
        return new Registration(participant.as(RegistrationState.PENDING), now.getEpochSecond(), now, now);
    }

    /** Another form with the same address. */
    Request request(Participant form, Instant now) {
        return switch (state()) {
            case PENDING -> repeats(form, now) ? new Request.Repeated() : new Request.Ask(renew(form, now));
            case CANCELLED -> new Request.Ask(renew(form, now));
            case CONFIRMED, WAITING, OFFERED, ATTENDED, ABSENT ->
                justAsked(now)
                        ? new Request.Repeated()
                        : new Request.Remind(new Registration(participant, revision + 1, now, since));
        };
    }

    private Registration renew(Participant form, Instant now) {
        return new Registration(form.as(RegistrationState.PENDING), revision + 1, now, now);
    }

    private boolean repeats(Participant form, Instant now) {
        return justAsked(now) && form.as(RegistrationState.PENDING).equals(participant);
    }

    private boolean justAsked(Instant now) {
        return now.isBefore(asked.plus(SAME_PRESS));
    }

    /** What the button on the confirmation's page leads to. */
    sealed interface Confirmation {

        /** There is a seat: it is theirs. */
        record Seated(Registration next) implements Confirmation {}

        /** There is none: they get a place in the waiting list. */
        record Lined(Registration next) implements Confirmation {}

        /** It was confirmed before; nothing changes. */
        record Already() implements Confirmation {}

        /** It was cancelled, or never confirmed in time. */
        record Gone() implements Confirmation {}

        /** The session has begun. */
        record TooLate() implements Confirmation {}
    }

    Confirmation confirm(Session session, Seats seats, Instant now) {
        return switch (state()) {
            case CONFIRMED, WAITING, OFFERED, ATTENDED, ABSENT -> new Confirmation.Already();
            case CANCELLED -> new Confirmation.Gone();
            case PENDING -> {
                if (!session.takesRegistrations(now)) {
                    yield new Confirmation.TooLate();
                }
                if (!now.isBefore(lapses())) {
                    yield new Confirmation.Gone();
                }
                yield seats.free() > 0
                        ? new Confirmation.Seated(in(RegistrationState.CONFIRMED, now))
                        : new Confirmation.Lined(in(RegistrationState.WAITING, now));
            }
        };
    }

    /** When an unconfirmed registration is over. */
    Instant lapses() {
        return asked.plus(LAPSES);
    }

    /** What the button to cancel leads to. */
    sealed interface Cancellation {

        /** A seat comes free. */
        record SeatReleased(Registration next) implements Cancellation {}

        /** A place in the waiting list comes free. */
        record LineLeft(Registration next) implements Cancellation {}

        /** It was cancelled before, or there is nothing to cancel any more. */
        record Already() implements Cancellation {}
    }

    Cancellation cancel(Session session, Instant now) {
        return switch (state()) {
            case CONFIRMED ->
                session.takesRegistrations(now)
                        ? new Cancellation.SeatReleased(in(RegistrationState.CANCELLED, now))
                        : new Cancellation.Already();
            case WAITING -> new Cancellation.LineLeft(in(RegistrationState.CANCELLED, now));
            case PENDING, OFFERED, CANCELLED, ATTENDED, ABSENT -> new Cancellation.Already();
        };
    }

    private Registration in(RegistrationState next, Instant now) {
        return new Registration(participant.as(next), revision + 1, asked, now);
    }
}
