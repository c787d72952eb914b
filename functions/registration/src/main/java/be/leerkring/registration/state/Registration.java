package be.leerkring.registration.state;

import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One person's registration for one session: a type for each state, with what is true in it and with the transitions
 * that lead out of it. Here stands what can be asked of a registration whatever its state, as a link or a button does
 * that is older than the state: what comes of it, the state decides. The store only writes.
 */
public sealed interface Registration permits Ongoing, Cancelled, Marked {

    /** What is true of it in every state. */
    Core core();

    /** The same state with something else known that is true in every state. */
    Registration with(Core other);

    default Participant participant() {
        return core().participant();
    }

    /** One more at every write. */
    default long revision() {
        return core().revision();
    }

    /** When a form last led to a mail. */
    default Instant asked() {
        return core().asked();
    }

    /** When it got its state. */
    default Instant since() {
        return core().since();
    }

    /** The state's code, as it is stored and as other rooms know it. */
    default RegistrationState state() {
        return participant().state();
    }

    /** What the person's seat, or place in line, depends on. */
    default Place place() {
        return participant().place(true);
    }

    /** With the organisation as the network knows it now: for those who look, not to be written. */
    default Registration asListed(OrganisationList organisations) {
        return with(core().of(participant().asListed(organisations)));
    }

    /** Whether an organiser can still put right who it is: until the session is over; for who was there, always. */
    default boolean isCorrectable(Session session, Instant now) {
        return switch (this) {
            case Ongoing _ -> !session.cancelled() && session.isAhead(now);
            case Attended _ -> true;
            case Absent _,Cancelled _ -> false;
        };
    }

    /** With what an organiser put right about the person: state, consent and place in line stay. */
    default Registration correct(Participant details) {
        return with(core().next().of(details));
    }

    /** As it is once nothing is known of what the person needs. */
    default Registration withoutNeeds() {
        return with(core().next().needing(false));
    }

    /** The registration of somebody who registered elsewhere, and has the participant's state since then. */
    static Registration elsewhere(Participant participant, Instant asked) {
        var core = Core.first(participant, asked);
        return switch (participant.state()) {
            case PENDING -> Pending.first(participant, asked);
            case CONFIRMED -> new Confirmed(core);
            case WAITING -> new Waiting(core);
            case OFFERED -> new Offered(core, asked);
            case CANCELLED -> new Cancelled(core, Cancelled.Ending.OWN, "");
            case ATTENDED -> new Attended(core);
            case ABSENT -> new Absent(core);
        };
    }

    /** As it is once the person was mailed what it is; empty where they were mailed a moment ago. */
    default Optional<Registration> remindOfIt(Instant now) {
        return justAsked(now) ? Optional.empty() : Optional.of(with(core().again(now)));
    }

    /** Whether this is what the same form has just led to. */
    default boolean repeats(Participant form, Instant now) {
        var same = participant();
        return justAsked(now) && form.as(state()).known(same.person(), same.identity()).equals(same);
    }

    /** Whether a form, or an organiser, had the person mailed a moment ago. */
    default boolean justAsked(Instant now) {
        return core().justAsked(now);
    }

    /** The button on the confirmation's page, or a look at that page. */
    default Confirmation confirm(Session session, Seats seats, Instant now) {
        return switch (this) {
            case Pending _ when !session.isToCome(now) -> new Confirmation.TooLate();
            case Pending pending when !now.isBefore(pending.lapses()) -> new Confirmation.Gone();
            case Pending pending -> pending.passedBy()
                    .<Confirmation>map(giver -> pending.takeOver(giver, now))
                    .orElseGet(() -> pending.seatOrLine(session, seats, now));
            case Waiting waiting when session.isToCome(now) && now.isBefore(waiting.lapses()) -> waiting.passedBy()
                    .<Confirmation>map(giver -> waiting.takeOver(giver, now))
                    .orElseGet(Confirmation.Already::new);
            case Holding _,Marked _ -> new Confirmation.Already();
            case Cancelled _ -> new Confirmation.Gone();
        };
    }

    /** The button of an offer. */
    default Taking take(Session session, Instant now) {
        return switch (this) {
            case Offered offered when session.isToCome(now) && !offered.isOver(now) ->
                new Taking.Taken(offered.accept(now));
            case Confirmed _,Marked _ -> new Taking.Already();
            case Pending _,Waiting _,Offered _,Cancelled _ -> new Taking.TooLate();
        };
    }

    /** The button to cancel. */
    default Cancellation cancel(Session session, Instant now) {
        return switch (this) {
            case Holding holding when session.isToCome(now) -> new Cancellation.Left(holding, holding.leave(now));
            case Ongoing _,Cancelled _,Marked _ -> new Cancellation.Already();
        };
    }

    /**
     * Somebody stood at the door.
     *
     * @param at when the mark was set, which can be a while ago: that everybody else is absent was a guess, and yields
     *     to it
     */
    default Arrival arrive(Instant at) {
        return switch (this) {
            case Confirmed confirmed when at.isBefore(confirmed.since()) -> new Arrival.Already();
            case Confirmed _,Absent _ -> new Arrival.Expected(here(at));
            case Offered _ -> new Arrival.Held(here(at));
            case Waiting _,Pending _ -> new Arrival.WalkIn(here(at));
            case Attended _ -> new Arrival.Already();
            case Cancelled _ -> new Arrival.Unexpected();
        };
    }

    private Attended here(Instant at) {
        return new Attended(core().next(at));
    }

    /** As the last mail tells of it, when it is erased. */
    default Cancelled erase(Instant now) {
        return new Cancelled(core().next(now), Cancelled.Ending.OWN, "");
    }

    /** What it is for its person at this moment. */
    default Situation situation(Session session, Instant now) {
        if (session.cancelled()) {
            return Situation.CALLED_OFF;
        }
        var toCome = session.isToCome(now);
        var ahead = session.isAhead(now);
        return switch (this) {
            case Pending pending ->
                toCome && now.isBefore(pending.lapses()) ? Situation.PENDING : Situation.UNCONFIRMED;
            case Confirmed _ when toCome -> Situation.CONFIRMED;
            case Confirmed _ -> ahead ? Situation.EXPECTED : Situation.UNMARKED;
            case Waiting waiting when toCome -> waiting.approved() ? Situation.WAITING : Situation.APPROVAL;
            case Waiting _ -> Situation.WAITED;
            case Offered offered -> toCome && !offered.isOver(now) ? Situation.OFFERED : Situation.OFFER_OVER;
            case Attended _ -> ahead ? Situation.HERE : Situation.ATTENDED;
            case Absent _ -> ahead ? Situation.MISSED : Situation.ABSENT;
            case Cancelled _ -> Situation.CANCELLED;
        };
    }

    /**
     * What a registration is for its person at a moment: its state, and what the session's hours have made of it. Every
     * page of the person's asks it, so that none speaks of what has not come yet, or is over.
     */
    enum Situation {
        /** It is to be confirmed, and can be. */
        PENDING,
        /** Nobody confirmed it in time. */
        UNCONFIRMED,
        /** There is a seat for them. */
        CONFIRMED,
        /** There is a seat for them, and the session has begun: nobody has seen them yet. */
        EXPECTED,
        /** There was a seat for them, and the session is over: nobody has said yet whether they came. */
        UNMARKED,
        /** They wait for a seat. */
        WAITING,
        /** An organiser has yet to decide about them. */
        APPROVAL,
        /** They waited, and the session has begun. */
        WAITED,
        /** A seat is held for them. */
        OFFERED,
        /** A seat was held for them, and is no longer. */
        OFFER_OVER,
        /** They are there, and the session is not over. */
        HERE,
        /** They were there. */
        ATTENDED,
        /** They were not seen so far, and the session is not over. */
        MISSED,
        /** They were not there. */
        ABSENT,
        /** They don't come. */
        CANCELLED,
        /** The session does not take place. */
        CALLED_OFF;

        /** As it is written in texts' keys: {@code offer-over}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The state whose colour its badge has. */
        public String colour() {
            return switch (this) {
                case CONFIRMED, EXPECTED, HERE, ATTENDED -> "confirmed";
                case PENDING, WAITING, APPROVAL, UNMARKED, MISSED -> "waiting";
                case OFFERED -> "offered";
                case CANCELLED, CALLED_OFF, UNCONFIRMED, OFFER_OVER, WAITED, ABSENT -> "cancelled";
            };
        }
    }
}
