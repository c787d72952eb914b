package be.leerkring.registration.state;

import be.leerkring.network.session.Session;
import java.time.Instant;
import java.util.Locale;

/**
 * What a registration is for its person at a moment: its state, and what the session's hours have made of it. Every page
 * of the person's asks it, so that none speaks of what has not come yet, or is over.
 */
public enum Situation {
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

    /** What the registration is at this moment. */
    public static Situation of(Registration registration, Session session, Instant now) {
        if (session.cancelled()) {
            return CALLED_OFF;
        }
        var toCome = session.isToCome(now);
        var ahead = session.isAhead(now);
        return switch (registration) {
            case Pending pending -> toCome && now.isBefore(pending.lapses()) ? PENDING : UNCONFIRMED;
            case Confirmed _ when toCome -> CONFIRMED;
            case Confirmed _ -> ahead ? EXPECTED : UNMARKED;
            case Waiting waiting when toCome -> waiting.approved() ? WAITING : APPROVAL;
            case Waiting _ -> WAITED;
            case Offered offered -> toCome && !offered.isOver(now) ? OFFERED : OFFER_OVER;
            case Attended _ -> ahead ? HERE : ATTENDED;
            case Absent _ -> ahead ? MISSED : ABSENT;
            case Cancelled _ -> CANCELLED;
        };
    }

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
