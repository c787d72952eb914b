package be.leerkring.platform.mail;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail whose sender holds the claim to it.
 *
 * @param key where it stands
 * @param claim tells this claim from any other
 * @param purpose such as {@code confirm}
 * @param queuedAt when it was decided; of one that was held, when it could leave
 * @param until when its time is over; empty for a mail that is never too late
 * @param tries how often SES was to have it and did not take it, before this time
 * @param forgotten whether nothing of it may be kept once it is sent
 * @param unsubscribe where its reader asks for no more of its kind; empty for a mail that is needed
 */
public record QueuedMail(
        Key key,
        String claim,
        String purpose,
        Instant queuedAt,
        Optional<Instant> until,
        int tries,
        boolean forgotten,
        Optional<String> unsubscribe,
        String to,
        Language language,
        MailBody body) {

    /** Whether it goes to an address that takes no mail. */
    public boolean alwaysGoes() {
        return purpose.equals(Mail.SIGN_IN);
    }

    /**
     * The mail in this item.
     *
     * @throws RuntimeException when the item is damaged
     */
    static QueuedMail of(Item item, String claim, MailBodies bodies) {
        return new QueuedMail(
                item.key(),
                claim,
                item.required("purpose"),
                item.requiredMoment("queuedAt"),
                item.moment("until"),
                (int) item.count("tries"),
                item.count("forgotten") == 1,
                Optional.of(item.text("unsubscribe", "")).filter(path -> !path.isEmpty()),
                item.required("to"),
                new Language(item.required("language")),
                bodies.in(item));
    }
}
