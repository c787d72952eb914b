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

    /** Where mails stand that leave at a moment to come. */
    static final String HELD = "MAIL-HELD";

    /** Where mails stand that did not reach their readers. */
    static final String TROUBLE = "MAIL-TROUBLE";

    /** What became of a mail is known for so long after it was decided. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Table table;
    private final MailBodies bodies;
    private final Clock clock;

    public QueuedMails(Table table, MailBodies bodies, Clock clock) {
        this.table = table;
        this.bodies = bodies;
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

    /** A mail that is held is decided as of the moment at which it leaves: it is late from then on only. */
    Write put(
            Mail mail,
            Optional<String> unsubscribe,
            Instant from,
            Optional<Instant> until) {
        var held = from.isAfter(clock.instant());
        var item = Item.at(key(mail.subject(), mail.purpose(), mail.revision()))
                .with("state", MailState.QUEUED.name())
                .with("purpose", mail.purpose())
                .with("queuedAt", from)
                .with("due", held ? HELD : UNSENT)
                .with("dueAt", from)
                .with("to", mail.to())
                .with("language", mail.language().code())
                .with("subject", mail.letter().subject())
                .with("quoted", mail.letter().quoted().text())
                .with("quotedLanguage", mail.letter().quoted().language())
                .with("forgotten", mail.forgotten() ? 1 : 0)
                .with("expires", Item.seconds(mail.knownUntil().orElse(from.plus(REMEMBERED))))
                .with("unsubscribe", unsubscribe.orElse(""))
                .with(MailBodies.NAME, bodies.pack(new MailBody(mail.letter(), mail.attachments())));
        until.ifPresent(over -> item.with("until", over));
        return Write.putNew(held ? item.with("notBefore", from) : item);
    }

    /**
     * The mails that were to be sent by this instant and are not, the oldest first; then those that were held until
     * then.
     */
    public Stream<Key> unsent(Instant before) {
        return Stream.of(UNSENT, HELD).flatMap(due -> table.query(Query.of("due = :due AND dueAt <= :before")
                .index("due")
                .with(":due", due)
                .with(":before", before))).map(Item::key);
    }

    /** How many mails leave at a moment to come. */
    public int held() {
        return table.count(Query.of("due = :held").index("due").with(":held", HELD));
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
