package be.leerkring.registration.state;

import be.leerkring.network.participant.RegistrationState;
import java.util.Locale;

/** Where somebody stands, as pages, files, mails and the log call it: the state, and for what somebody waits. */
public enum Status {
    PENDING,
    CONFIRMED,
    /** An organiser has yet to decide about them. */
    APPROVAL,
    WAITING,
    OFFERED,
    CANCELLED,
    ATTENDED,
    ABSENT;

    /** The status of this registration. */
    public static Status of(Registration registration) {
        return of(registration.state(), !(registration instanceof Waiting waiting) || waiting.approved());
    }

    /**
     * The status of whoever is in this state.
     *
     * @param approved false while an organiser has yet to decide about them
     */
    public static Status of(RegistrationState state, boolean approved) {
        return state == RegistrationState.WAITING && !approved ? APPROVAL : valueOf(state.name());
    }

    /** As it is written in addresses and in texts' keys: {@code approval}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the text that names it. */
    public String text() {
        return "my.state." + code();
    }
}
