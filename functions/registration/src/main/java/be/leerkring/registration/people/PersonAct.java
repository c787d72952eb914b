package be.leerkring.registration.people;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.registration.Destination;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What organisers can do about one person's registration. */
public enum PersonAct {
    /** Consent to somebody who waits for it. */
    APPROVE,
    /** Confirm in the stead of somebody who has not. */
    CONFIRM,
    /** Mail once more what the registration is, with a fresh link. */
    MAIL,
    /** Put at the end of the waiting list. */
    WAIT,
    /** Cancel, and say why. */
    CANCEL;

    /** As it is written in addresses and in texts' keys: {@code approve}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PersonAct> withCode(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    /** Those that make sense now. Somebody who stands at the door of a session can still be confirmed. */
    static List<PersonAct> possible(Destination.Found there, Instant now) {
        return Arrays.stream(values()).filter(act -> act.isPossible(there, now)).toList();
    }

    boolean isPossible(Destination.Found there, Instant now) {
        var session = there.session();
        var state = there.registration().state();
        return switch (this) {
            case APPROVE ->
                session.isToCome(now)
                        && state == RegistrationState.WAITING
                        && !there.registration().approved();
            case CONFIRM ->
                !session.cancelled() && session.isAhead(now) && state == RegistrationState.PENDING;
            case WAIT ->
                session.isToCome(now)
                        && (state == RegistrationState.PENDING || state == RegistrationState.CONFIRMED);
            case MAIL, CANCEL ->
                session.isToCome(now) && (state == RegistrationState.PENDING || there.registration().isIn());
        };
    }
}
