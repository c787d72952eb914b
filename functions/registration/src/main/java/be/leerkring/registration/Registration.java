package be.leerkring.registration;

import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One person's registration for one session. It decides its own transitions; {@link Registrations} only writes them.
 *
 * @param revision one more at every write, and never used again, not even when the person registers anew after the
 *     registration was erased: it is part of the keys of the mails that the write decided
 * @param asked when a form last led to a mail
 * @param since when the registration got its state
 * @param until how long an offered seat is held; empty in every other state
 * @param passedBy the person who would pass on a seat to this one, and has yet to be taken at their word
 * @param approved false while an organiser has yet to decide about this person
 * @param reminded whether the person, whose registration is pending, was reminded to confirm
 * @param ending how it was cancelled
 * @param reason what the organiser who cancelled it wrote to the person; empty in every other case
 */
public record Registration(
        Participant participant,
        long revision,
        Instant asked,
        Instant since,
        Optional<Instant> until,
        Optional<String> passedBy,
        boolean approved,
        boolean reminded,
        Ending ending,
        String reason) {

    /** How long an unconfirmed registration stands, and its link works. */
    static final Duration LAPSES = Duration.ofDays(2);

    /** When somebody who does not confirm is reminded. */
    static final Duration REMINDED_AFTER = Duration.ofDays(1);

    /** The same form again within this time is a second press of the button, and not a second question. */
    static final Duration SAME_PRESS = Duration.ofMinutes(10);

    /** A registration that no organiser cancelled. */
    Registration(
            Participant participant,
            long revision,
            Instant asked,
            Instant since,
            Optional<Instant> until,
            Optional<String> passedBy,
            boolean approved,
            boolean reminded,
            Ending ending) {
        this(participant, revision, asked, since, until, passedBy, approved, reminded, ending, "");
    }

    /** How a registration came to be cancelled. */
    public enum Ending {
        /** It is not. */
        NONE,
        /** The person cancelled, or left the line. */
        OWN,
        /** The person did not want the seat that was offered. */
        DECLINED,
        /** The person did not take the seat that was offered in time. */
        LAPSED,
        /** The person passed the seat on. */
        PASSED,
        /** An organiser cancelled it. */
        ORGANISER;

        /** As it is written in texts' keys: {@code lapsed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RegistrationState state() {
        return participant.state();
    }

    /** Whether the person has a seat, is offered one, or waits for one. */
    public boolean isIn() {
        return switch (state()) {
            case CONFIRMED, WAITING, OFFERED -> true;
            case PENDING, CANCELLED, ATTENDED, ABSENT -> false;
        };
    }

    public Place place() {
        return participant.place(approved);
    }

    /** The first form of somebody who was not known at the session. */
    public static Registration first(Participant participant, Instant now) {
        return plain(participant.as(RegistrationState.PENDING), now.getEpochSecond(), now, now, Ending.NONE);
    }

    /** A registration about which nothing else is known. */
    private static Registration plain(
            Participant participant, long revision, Instant asked, Instant since, Ending ending) {
        return new Registration(
                participant, revision, asked, since, Optional.empty(), Optional.empty(), true, false, ending);
    }

    /** What a form leads to. */
    public sealed interface Request {

        /** The person is mailed a link to confirm with. */
        record Ask(Registration next) implements Request {

            /** Of somebody who was not known at the session, and whom another would pass a seat. */
            public static Ask receiving(Participant participant, String giver, Instant now) {
                return new Ask(first(participant, now).by(giver));
            }
        }

        /** The person has confirmed before, and is mailed that. */
        record Remind(Registration next) implements Request {}

        /** The person was mailed a moment ago. */
        record Repeated() implements Request {}
    }

    /** Another form with the same address. */
    public Request request(Participant form, Instant now) {
        return switch (state()) {
            case PENDING -> repeats(form, now) ? new Request.Repeated() : new Request.Ask(renew(form, now));
            case CANCELLED -> new Request.Ask(renew(form, now));
            case CONFIRMED, WAITING, OFFERED, ATTENDED, ABSENT -> remindOfIt(now);
        };
    }

    /** Somebody would like to pass on a seat to this person. */
    public Request receive(Participant form, String giver, Instant now) {
        return switch (state()) {
            case CANCELLED -> new Request.Ask(renew(form, now).by(giver));
            case PENDING ->
                justAsked(now) && isPassedBy(giver)
                        ? new Request.Repeated()
                        : new Request.Ask((passedBy.isPresent() ? renew(form, now) : again(now)).by(giver));
            case WAITING ->
                justAsked(now) && isPassedBy(giver)
                        ? new Request.Repeated()
                        : new Request.Ask(again(now).by(giver));
            case CONFIRMED, OFFERED, ATTENDED, ABSENT -> remindOfIt(now);
        };
    }

    private boolean isPassedBy(String giver) {
        return passedBy.filter(giver::equals).isPresent();
    }

    private Request remindOfIt(Instant now) {
        return justAsked(now)
                ? new Request.Repeated()
                : new Request.Remind(again(now));
    }

    private Registration renew(Participant form, Instant now) {
        return plain(form.as(RegistrationState.PENDING), revision + 1, now, now, Ending.NONE);
    }

    /** Whether this is what the same form has just led to. */
    public boolean repeats(Participant form, Instant now) {
        return justAsked(now) && form.as(state()).equals(participant);
    }

    /** Whether a form, or an organiser, had the person mailed a moment ago. */
    public boolean justAsked(Instant now) {
        return now.isBefore(asked.plus(SAME_PRESS));
    }

    /** What the button on the confirmation's page leads to. */
    public sealed interface Confirmation {

        /** A seat or a place in line, as the session's rules have it. */
        sealed interface Given extends Confirmation {

            Registration next();
        }

        /** There is a seat: it is theirs. */
        record Seated(Registration next) implements Given {}

        /** There is none that they may have: they get a place in the waiting list. */
        record Lined(Registration next) implements Given {}

        /** They take over the seat of this person, if that person still has it. */
        record TakenOver(Registration next, String giver) implements Confirmation {}

        /** It was confirmed before; nothing changes. */
        record Already() implements Confirmation {}

        /** It was cancelled, or never confirmed in time. */
        record Gone() implements Confirmation {}

        /** The session has begun, or does not take place. */
        record TooLate() implements Confirmation {}
    }

    public Confirmation confirm(Session session, Seats seats, Instant now) {
        return switch (state()) {
            case CONFIRMED, OFFERED, ATTENDED, ABSENT -> new Confirmation.Already();
            case CANCELLED -> new Confirmation.Gone();
            case WAITING ->
                passedBy.isPresent() && session.isToCome(now) && now.isBefore(lapses())
                        ? takeOver(now)
                        : new Confirmation.Already();
            case PENDING -> {
                if (!session.isToCome(now)) {
                    yield new Confirmation.TooLate();
                }
                if (!now.isBefore(lapses())) {
                    yield new Confirmation.Gone();
                }
                yield passedBy.isPresent() ? takeOver(now) : seatOrLine(session, seats, now);
            }
        };
    }

    private Confirmation takeOver(Instant now) {
        return new Confirmation.TakenOver(in(RegistrationState.CONFIRMED, now), passedBy.orElseThrow());
    }

    /** What confirming leads to for somebody whom nobody passes a seat. */
    public Confirmation.Given seatOrLine(Session session, Seats seats, Instant now) {
        return seatOrLine(session, seats, needsNoConsent(session), now);
    }

    private boolean needsNoConsent(Session session) {
        return !session.admission().approval() || participant.kind().subsidised();
    }

    private Confirmation.Given seatOrLine(Session session, Seats seats, boolean consent, Instant now) {
        var place = participant.place(consent);
        return seats.seatsAtOnce(place, session.admission())
                ? new Confirmation.Seated(in(RegistrationState.CONFIRMED, now))
                : new Confirmation.Lined(in(RegistrationState.WAITING, now).withConsent(consent));
    }

    /** When an unconfirmed registration is over. */
    public Instant lapses() {
        return asked.plus(LAPSES);
    }

    /** When something is to be done about it that nobody asks for: a reminder, or the end of an offer. */
    public Optional<Instant> due() {
        return switch (state()) {
            case PENDING -> reminded ? Optional.empty() : Optional.of(asked.plus(REMINDED_AFTER));
            case OFFERED -> until;
            case CONFIRMED, WAITING, CANCELLED, ATTENDED, ABSENT -> Optional.empty();
        };
    }

    /** The registration of somebody who was reminded to confirm. */
    public Registration remind() {
        return new Registration(
                participant, revision + 1, asked, since, until, passedBy, approved, true, ending);
    }

    /** The registration of somebody in line to whom a seat is offered. */
    public Registration offer(Instant deadline, Instant now) {
        return new Registration(
                participant.as(RegistrationState.OFFERED),
                revision + 1,
                asked,
                now,
                Optional.of(deadline),
                Optional.empty(),
                true,
                false,
                Ending.NONE);
    }

    /** What the button of an offer leads to. */
    public sealed interface Taking {

        record Taken(Registration next) implements Taking {}

        /** It was taken before; nothing changes. */
        record Already() implements Taking {}

        /** The offer is over. */
        record TooLate() implements Taking {}
    }

    public Taking take(Session session, Instant now) {
        return switch (state()) {
            case OFFERED ->
                session.isToCome(now) && until.filter(now::isBefore).isPresent()
                        ? new Taking.Taken(in(RegistrationState.CONFIRMED, now))
                        : new Taking.TooLate();
            case CONFIRMED, ATTENDED, ABSENT -> new Taking.Already();
            case PENDING, WAITING, CANCELLED -> new Taking.TooLate();
        };
    }

    /** What the button to cancel leads to. */
    public sealed interface Cancellation {

        /** A seat comes free. */
        record SeatReleased(Registration next) implements Cancellation {}

        /** A seat that was held comes free. */
        record OfferDeclined(Registration next) implements Cancellation {}

        /** A place in the waiting list comes free. */
        record LineLeft(Registration next) implements Cancellation {}

        /** It was cancelled before, or there is nothing to cancel any more. */
        record Already() implements Cancellation {}
    }

    public Cancellation cancel(Session session, Instant now) {
        if (!session.isToCome(now)) {
            return new Cancellation.Already();
        }
        return switch (state()) {
            case CONFIRMED -> new Cancellation.SeatReleased(end(Ending.OWN, now));
            case OFFERED -> new Cancellation.OfferDeclined(end(Ending.DECLINED, now));
            case WAITING -> new Cancellation.LineLeft(end(Ending.OWN, now));
            case PENDING, CANCELLED, ATTENDED, ABSENT -> new Cancellation.Already();
        };
    }

    /** The registration of somebody whose offer is over; empty while it is not. */
    public Optional<Registration> lapse(Instant now) {
        return state() == RegistrationState.OFFERED && until.filter(deadline -> !now.isBefore(deadline)).isPresent()
                ? Optional.of(end(Ending.LAPSED, now))
                : Optional.empty();
    }

    /** What a mark at the door leads to. */
    public sealed interface Arrival {

        /** They have a seat: they are here. */
        record Expected(Registration next) implements Arrival {}

        /** They are here, and the seat that was held is theirs. */
        record Held(Registration next) implements Arrival {}

        /** They have no seat: they come in if there is one that nobody else has. */
        record WalkIn(Registration next) implements Arrival {}

        /** They are here already, or the mark was undone since it was set; nothing changes. */
        record Already() implements Arrival {}

        /** They don't come any more, as far as anybody knows. */
        record Unexpected() implements Arrival {}
    }

    /**
     * Somebody stood at the door.
     *
     * @param at when the mark was set, which can be a while ago: that everybody else is absent was a guess, and yields
     *     to it
     */
    public Arrival arrive(Instant at) {
        return switch (state()) {
            case CONFIRMED ->
                at.isBefore(since)
                        ? new Arrival.Already()
                        : new Arrival.Expected(in(RegistrationState.ATTENDED, at));
            case ABSENT -> new Arrival.Expected(in(RegistrationState.ATTENDED, at));
            case OFFERED -> new Arrival.Held(in(RegistrationState.ATTENDED, at));
            case WAITING, PENDING -> new Arrival.WalkIn(in(RegistrationState.ATTENDED, at));
            case ATTENDED -> new Arrival.Already();
            case CANCELLED -> new Arrival.Unexpected();
        };
    }

    /** The registration of somebody who is expected again; empty where nothing was marked, or later than this. */
    public Optional<Registration> unmark(Instant at) {
        return switch (state()) {
            case ATTENDED, ABSENT ->
                at.isBefore(since) ? Optional.empty() : Optional.of(in(RegistrationState.CONFIRMED, at));
            case PENDING, CONFIRMED, WAITING, OFFERED, CANCELLED -> Optional.empty();
        };
    }

    /** The registration of somebody who has a seat and was not seen; empty for everybody else. */
    public Optional<Registration> miss(Instant now) {
        return state() == RegistrationState.CONFIRMED
                ? Optional.of(in(RegistrationState.ABSENT, now))
                : Optional.empty();
    }

    /** The registration of somebody whose seat another has taken over. */
    public Registration passOn(Instant now) {
        return end(Ending.PASSED, now);
    }

    /** The registration as the last mail tells of it, when it is erased. */
    public Registration erase(Instant now) {
        return end(Ending.OWN, now);
    }

    /**
     * What it leads to that an organiser registers somebody. The organiser's word stands for the person's confirmation,
     * and for an organiser's consent.
     *
     * @param known the registration that this person has cancelled, if there is one
     */
    public static Confirmation.Given enrol(
            Optional<Registration> known, Participant participant, Session session, Seats seats, Instant now) {
        return known.map(cancelled -> plain(participant, cancelled.revision, now, now, Ending.NONE))
                .orElseGet(() -> first(participant, now))
                .vouch(session, seats, now);
    }

    /** What it leads to that an organiser confirms in the person's stead. */
    public Confirmation.Given vouch(Session session, Seats seats, Instant now) {
        return seatOrLine(session, seats, true, now);
    }

    /** The registration of somebody whom an organiser puts at the end of the line. */
    public Registration putInLine(Session session, Instant now) {
        return in(RegistrationState.WAITING, now)
                .withConsent(state() == RegistrationState.CONFIRMED || needsNoConsent(session));
    }

    /** The registration that an organiser cancels, and says why. */
    public Registration callOff(String why, Instant now) {
        return new Registration(
                participant.as(RegistrationState.CANCELLED),
                revision + 1,
                asked,
                now,
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                Ending.ORGANISER,
                why);
    }

    /** The registration of somebody who is mailed once more what it is, with a link that works as long as a new one. */
    public Registration mailAgain(Instant now) {
        return again(now);
    }

    /** The registration with an organiser's consent: with a seat, or still in line. */
    public Registration approve(RegistrationState next, Instant now) {
        return in(next, next == state() ? since : now).withConsent(true);
    }

    /** The registration with other details of the same person, of the same organisation. */
    public Registration describe(Participant details) {
        return described(details, approved);
    }

    /** The registration with other details of the same person; for another organisation consent is asked anew. */
    public Registration describeElsewhere(Participant details, AdmissionRules rules) {
        return described(details, !rules.approval() || details.kind().subsidised());
    }

    private Registration described(Participant details, boolean consent) {
        return new Registration(
                details.as(state()), revision + 1, asked, since, until, passedBy, consent, reminded, ending);
    }

    private Registration end(Ending how, Instant now) {
        return plain(participant.as(RegistrationState.CANCELLED), revision + 1, asked, now, how);
    }

    private Registration in(RegistrationState next, Instant now) {
        return plain(participant.as(next), revision + 1, asked, now, Ending.NONE);
    }

    private Registration again(Instant now) {
        return new Registration(
                participant, revision + 1, now, since, until, passedBy, approved, reminded, ending);
    }

    /** The registration with the organisation as the network knows it now: for those who look, not to be written. */
    public Registration asListed(OrganisationList organisations) {
        return new Registration(
                participant.asListed(organisations), revision, asked, since, until, passedBy, approved, reminded,
                ending, reason);
    }

    /** The registration as it is known from elsewhere. */
    Registration as(RegistrationState known) {
        return new Registration(
                participant.as(known), revision, asked, since, until, passedBy, approved, reminded, ending);
    }

    /** The registration of somebody in line to whom nobody passes a seat any more. */
    public Registration withoutGiver() {
        return new Registration(
                participant, revision + 1, asked, since, until, Optional.empty(), approved, reminded, ending);
    }

    private Registration by(String giver) {
        return new Registration(
                participant, revision, asked, since, until, Optional.of(giver), approved, reminded, ending);
    }

    private Registration withConsent(boolean consent) {
        return new Registration(
                participant, revision, asked, since, until, passedBy, consent, reminded, ending);
    }
}
