package be.leerkring.platform.mail;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns the mails in the outbox; {@link MailState} says how one becomes what. Until it is sent, a mail stands in the
 * index {@code due}, so that none is forgotten; one that its reader does not get stands there too, so that somebody
 * knows. {@link MailClaims} and {@link MailReports} write what becomes of them, {@link MailRecords} reads it.
 */
@Singleton
public final class QueuedMails {

    /** The partition of the outbox's mails begins so; the stream's filter in the template knows it. */
    static final String PREFIX = "MAIL#";

    /** Where unsent mails stand in the index {@code due}. */
    static final String UNSENT = "MAIL";

    /** Where mails stand that did not reach their readers. */
    static final String TROUBLE = "MAIL-TROUBLE";

    /** What became of a mail is known for so long after it was decided. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Table table;
    private final Clock clock;

    public QueuedMails(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Where the mail of this purpose and revision about this subject stands. */
    public static Key key(String subject, String purpose, long revision) {
        return new Key(PREFIX + subject, purpose + "#" + revision);
    }

    /** The key of a mail that a form brings back as {@link Key#toString} wrote it; empty where it is no mail's. */
    public static Optional<Key> keyIn(String text) {
        var space = text.indexOf(' ');
        return text.startsWith(PREFIX) && space > 0
                ? Optional.of(new Key(text.substring(0, space), text.substring(space + 1)))
                : Optional.empty();
    }

    Write put(Mail mail, String text, String html, Optional<String> unsubscribe) {
        var now = clock.instant();
        return Write.putNew(Item.at(key(mail.subject(), mail.purpose(), mail.revision()))
                .with("state", MailState.QUEUED.name())
                .with("purpose", mail.purpose())
                .with("queuedAt", now)
                .with("due", UNSENT)
                .with("dueAt", now)
                .with("to", mail.to())
                .with("language", mail.language().code())
                .with("subject", mail.letter().subject())
                .with("forgotten", mail.forgotten() ? 1 : 0)
                .with("expires", Item.seconds(mail.knownUntil().orElse(now.plus(REMEMBERED))))
                .with("unsubscribe", unsubscribe.orElse(""))
                .with("body", Item.map().with("text", text).with("html", html).with("attachments", attachments(mail))));
    }

    private static List<Item> attachments(Mail mail) {
        return mail.attachments().stream()
                .map(attachment -> Item.map()
                        .with("name", attachment.name())
                        .with("contentType", attachment.contentType())
                        .with("text", attachment.text()))
                .toList();
    }

    /** The mails that were to be sent by this instant and are not, the oldest first. */
    public Stream<Key> unsent(Instant before) {
        return table.query(unsentBy(before)).map(Item::key);
    }

    static Query unsentBy(Instant before) {
        return Query.of("due = :mail AND dueAt <= :before")
                .index("due")
                .with(":mail", UNSENT)
                .with(":before", before);
    }

    /** The write that lets a mail which was not sent be tried again at once; refused where nothing is left to send. */
    public Write again(Key key) {
        return Write.update(key, "SET #state = :queued, queuedAt = :now, due = :unsent, dueAt = :now "
                + "REMOVE tries, finishedAt, cause")
                .when("#state IN (:failed, :suppressed) AND attribute_exists(body)")
                .name("#state", "state")
                .with(":queued", MailState.QUEUED.value())
                .with(":failed", MailState.FAILED.value())
                .with(":suppressed", MailState.SUPPRESSED.value())
                .with(":unsent", UNSENT)
                .with(":now", clock.instant());
    }
}
