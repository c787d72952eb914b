package be.leerkring.local;

import be.leerkring.emulator.ses.EmbeddedSes.Behaviour;
import be.leerkring.emulator.ses.SentMail;
import be.leerkring.emulator.ses.SesEvents;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the laptop's SES treats the mails that it is handed, and what it reports of those that it took. */
enum SesConduct {
    /** Takes every mail, and says no more of it. */
    TAKES(Behaviour.ACCEPT),
    /** Finds that mails come too fast. */
    THROTTLES(Behaviour.THROTTLE),
    /** Takes the mail and does not answer; its report of the mail comes all the same. */
    HANGS_UP(Behaviour.TIME_OUT_AFTER_ACCEPTING),
    /** Says that something is wrong there. */
    FAILS(Behaviour.FAIL),
    /** Wants this mail neither now nor later. */
    REJECTS(Behaviour.REJECT),
    /** Takes no mail at all for now. */
    PAUSES(Behaviour.PAUSE),
    /** Takes the mail, and reports afterwards that there is no such mailbox. */
    BOUNCES(Behaviour.ACCEPT),
    /** Takes the mail, and reports afterwards that the mailbox is full. */
    BOUNCES_FOR_NOW(Behaviour.ACCEPT),
    /** Takes the mail, and reports afterwards that its reader called it spam. */
    COMPLAINS(Behaviour.ACCEPT),
    /** Takes the mail, and reports afterwards that the reader's server has it. */
    DELIVERS(Behaviour.ACCEPT);

    private final Behaviour behaviour;

    SesConduct(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** As it is written in forms and in texts' keys: {@code bounces-for-now}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SesConduct> of(String code) {
        return Arrays.stream(values()).filter(conduct -> conduct.code().equals(code)).findFirst();
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** The event that follows on a mail that it took, if there is one. */
    Optional<Map<String, Object>> report(SentMail mail) {
        return switch (this) {
            case HANGS_UP -> Optional.of(SesEvents.send(mail));
            case BOUNCES -> Optional.of(SesEvents.hardBounce(mail));
            case BOUNCES_FOR_NOW -> Optional.of(SesEvents.softBounce(mail));
            case COMPLAINS -> Optional.of(SesEvents.complaint(mail));
            case DELIVERS -> Optional.of(SesEvents.delivery(mail));
            case TAKES, THROTTLES, FAILS, REJECTS, PAUSES -> Optional.empty();
        };
    }
}
