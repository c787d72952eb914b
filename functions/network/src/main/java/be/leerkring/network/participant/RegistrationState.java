package be.leerkring.network.participant;

import java.util.Locale;

/** The states of a registration: one person at one session. */
public enum RegistrationState {
    /** The form was filled in; whether the address is theirs is not known. */
    PENDING,
    /** Has a seat. */
    CONFIRMED,
    /** Has a place in the waiting list. */
    WAITING,
    /** A free seat is held for them, for a limited time. */
    OFFERED,
    /** Does not come. */
    CANCELLED,
    /** Was there. */
    ATTENDED,
    /** Had a seat, and was not there. */
    ABSENT;

    /** As it is written in texts' keys: {@code confirmed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether, as far as anybody knows, they were at the session once it is over. */
    public boolean tookPart() {
        return this == CONFIRMED || this == ATTENDED;
    }
}
