package be.leerkring.network.seats;

import be.leerkring.network.session.Session;
import be.leerkring.platform.web.View;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a session stands for whoever would like to come: its phase, and whether there is a seat. Card, page, form and
 * calendar ask it, each with words of its own, so that none promises what another denies.
 */
public enum Standing {
    /** The session does not take place. */
    CANCELLED,
    /** Registration has yet to open. */
    ANNOUNCED,
    /** One can register, and there are seats. */
    OPEN,
    /** Only those whom the agency funds can register yet, and there are seats. */
    FIRST,
    /** One can register, for the waiting list. */
    FULL,
    /** Registration has closed, and the session has yet to start. */
    CLOSED,
    /** The session is going on. */
    RUNNING,
    /** The session is over. */
    OVER;

    /** Where the session stands at this moment. */
    public static Standing of(Session session, FreeSeats seats, Instant now) {
        return switch (session.phase(now)) {
            case CANCELLED -> CANCELLED;
            case ANNOUNCED -> ANNOUNCED;
            case OPEN -> open(session, seats, now);
            case CLOSED -> CLOSED;
            case RUNNING -> RUNNING;
            case OVER -> OVER;
        };
    }

    private static Standing open(Session session, FreeSeats seats, Instant now) {
        if (seats.isFull()) {
            return FULL;
        }
        return session.isOpenToOthers(now) ? OPEN : FIRST;
    }

    /**
     * What a place says of it: the text whose key is that of the place and the standing's code. Its arguments are the
     * moment from which on more people can register, how many seats are free, and how many there are.
     *
     * @param place the beginning of the keys, such as {@code session.card}
     */
    public String words(String place, View view, Session session, FreeSeats seats) {
        var from = switch (this) {
            case ANNOUNCED -> session.admission().opens();
            case FIRST -> session.admission().othersFrom();
            case CANCELLED, OPEN, FULL, CLOSED, RUNNING, OVER -> Optional.<Instant>empty();
        };
        return view.text(place + "." + code(), from.map(view::moment).orElse(""), seats.free(), seats.capacity());
    }

    /** As it is written in texts' keys: {@code full}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether one can register, if only for the waiting list. */
    public boolean takesRegistrations() {
        return switch (this) {
            case OPEN, FIRST, FULL -> true;
            case CANCELLED, ANNOUNCED, CLOSED, RUNNING, OVER -> false;
        };
    }
}
