package be.leerkring.registration.people;

import be.leerkring.network.session.Session;
import be.leerkring.registration.Destination;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Marked;
import be.leerkring.registration.state.Ongoing;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
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
        return Arrays.stream(values()).filter(act -> act.on(there, now).isPresent()).toList();
    }

    /** An act on a registration whose state has it. */
    sealed interface Deed {

        record Approve(Waiting waiting) implements Deed {}

        record Confirm(Pending pending) implements Deed {}

        record Mail(Ongoing ongoing) implements Deed {}

        record PutInLine(Pending pending) implements Deed {}

        record SendBack(Confirmed confirmed) implements Deed {}

        record Cancel(Ongoing ongoing) implements Deed {}
    }

    /** What the act is about this registration; empty where it makes no sense now. */
    Optional<Deed> on(Destination.Found there, Instant now) {
        return isTimely(there.session(), now) ? on(there.registration()) : Optional.empty();
    }

    private boolean isTimely(Session session, Instant now) {
        return this == CONFIRM ? !session.cancelled() && session.isAhead(now) : session.isToCome(now);
    }

    private Optional<Deed> on(Registration registration) {
        return switch (registration) {
            case Waiting waiting when this == APPROVE && !waiting.approved() -> Optional.of(new Deed.Approve(waiting));
            case Pending pending when this == CONFIRM -> Optional.of(new Deed.Confirm(pending));
            case Pending pending when this == WAIT -> Optional.of(new Deed.PutInLine(pending));
            case Confirmed confirmed when this == WAIT -> Optional.of(new Deed.SendBack(confirmed));
            case Ongoing ongoing when this == MAIL -> Optional.of(new Deed.Mail(ongoing));
            case Ongoing ongoing when this == CANCEL -> Optional.of(new Deed.Cancel(ongoing));
            case Ongoing _,Cancelled _,Marked _ -> Optional.empty();
        };
    }
}
