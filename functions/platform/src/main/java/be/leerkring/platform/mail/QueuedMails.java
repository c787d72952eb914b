package be.leerkring.platform.mail;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Owns the mails in the outbox, from {@code QUEUED} over {@code CLAIMED} to {@code SENT} or {@code FAILED}. Until it is
 * one of the last two, a mail stands in the index {@code due}, so that none is forgotten.
 */
@Singleton
public final class QueuedMails {

    /** The partition of the outbox's mails begins so; the stream's filter in the template knows it. */
    static final String PREFIX = "MAIL#";

    /**
     * How long a claim holds. Longer than the mailer's functions may run, so that whoever takes a claim over can be
     * sure that its holder is dead.
     */
    static final Duration LEASE = Duration.ofMinutes(6);

    /** What became of a mail is known for this long. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Table table;
    private final Clock clock;

    public QueuedMails(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    TransactWriteItem put(Mail mail, String text, String html) {
        var now = clock.instant();
        var key = new Key(PREFIX + mail.subject(), mail.purpose() + "#" + mail.revision());
        return table.putNew(Item.at(key)
                .with("state", "QUEUED")
                .with("purpose", mail.purpose())
                .with("queuedAt", now)
                .with("due", "MAIL")
                .with("dueAt", now)
                .with("to", mail.to())
                .with("language", mail.language().code())
                .with("subject", mail.letter().subject())
                .with("forgotten", mail.forgotten() ? 1 : 0)
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

    /** What is known of the mails about this subject, but for their texts: the first decided first. */
    public Stream<MailRecord> about(String subject) {
        return table.query(QueryRequest.builder()
                .keyConditionExpression("pk = :subject")
                .projectionExpression("pk, sk, #state, purpose, queuedAt, finishedAt, #to, subject")
                .expressionAttributeNames(Map.of("#state", "state", "#to", "to"))
                .expressionAttributeValues(Map.of(":subject", Item.text(PREFIX + subject))))
                .map(QueuedMails::mailRecord)
                .sorted(Comparator.comparing(MailRecord::queuedAt));
    }

    private static MailRecord mailRecord(Item item) {
        return new MailRecord(
                item.key(),
                item.required("purpose"),
                item.required("state"),
                item.required("to"),
                item.required("subject"),
                item.requiredMoment("queuedAt"),
                item.moment("finishedAt"));
    }

    /** The mails that were queued before this instant and are neither sent nor failed, the oldest first. */
    public Stream<Key> unsent(Instant before) {
        return table.query(QueryRequest.builder()
                .indexName("due")
                .keyConditionExpression("due = :mail AND dueAt <= :before")
                .expressionAttributeValues(
                        Map.of(":mail", Item.text("MAIL"), ":before", Item.instant(before))))
                .map(Item::key);
    }

    /** Claims a mail; empty where it is sent, failed for good, or claimed by somebody whose lease still runs. */
    public Optional<QueuedMail> claim(Key key) {
        var now = clock.instant();
        var claim = UUID.randomUUID().toString();
        return table.update(UpdateItemRequest.builder()
                .key(key.attributes())
                .updateExpression(
                        "SET #state = :claimed, claim = :claim, claimedUntil = :until ADD tries :one")
                .conditionExpression(
                        "#state = :queued OR (#state = :claimed AND claimedUntil <= :now)")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(
                        ":queued", Item.text("QUEUED"),
                        ":claimed", Item.text("CLAIMED"),
                        ":claim", Item.text(claim),
                        ":now", Item.instant(now),
                        ":until", Item.instant(now.plus(LEASE)),
                        ":one", Item.number(1)))
                .returnValues(ReturnValue.ALL_NEW))
                .map(item -> queued(item, claim));
    }

    /** SES has it: its text and attachments are dropped, or all of it where nothing may be kept. */
    public void sent(QueuedMail mail, String messageId) {
        if (mail.forgotten()) {
            table.delete(List.of(mail.key()));
            return;
        }
        change(
                mail,
                "SET #state = :state, messageId = :messageId, finishedAt = :now, expires = :expires "
                        + "REMOVE due, dueAt, body, cause, claimedUntil",
                Map.of(
                        ":state", Item.text("SENT"),
                        ":messageId", Item.text(messageId),
                        ":now", Item.instant(clock.instant()),
                        ":expires", Item.seconds(clock.instant().plus(REMEMBERED))));
    }

    /** It will never be sent: its text is kept, for whoever looks into the cause, unless nothing may be kept. */
    public void failed(QueuedMail mail, String cause) {
        if (mail.forgotten()) {
            table.delete(List.of(mail.key()));
            return;
        }
        change(
                mail,
                "SET #state = :state, cause = :cause, finishedAt = :now, expires = :expires REMOVE due, dueAt",
                Map.of(
                        ":state", Item.text("FAILED"),
                        ":cause", Item.text(cause),
                        ":now", Item.instant(clock.instant()),
                        ":expires", Item.seconds(clock.instant().plus(REMEMBERED))));
    }

    /** It could not be sent now: it waits to be claimed again. */
    public void release(QueuedMail mail, String cause) {
        change(
                mail,
                "SET #state = :state, cause = :cause REMOVE claimedUntil",
                Map.of(":state", Item.text("QUEUED"), ":cause", Item.text(cause)));
    }

    /** Only the holder of the claim may say what became of the mail. */
    private void change(QueuedMail mail, String change, Map<String, AttributeValue> values) {
        var all = new HashMap<>(values);
        all.put(":claim", Item.text(mail.claim()));
        table.update(UpdateItemRequest.builder()
                .key(mail.key().attributes())
                .updateExpression(change)
                .conditionExpression("claim = :claim")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(all));
    }

    private static QueuedMail queued(Item item, String claim) {
        var body = item.map("body");
        return new QueuedMail(
                item.key(),
                claim,
                (int) item.count("tries"),
                item.count("forgotten") == 1,
                item.required("to"),
                item.required("subject"),
                body.required("text"),
                body.required("html"),
                body.items("attachments").stream()
                        .map(attachment -> new Mail.Attachment(
                                attachment.required("name"),
                                attachment.required("contentType"),
                                attachment.required("text")))
                        .toList());
    }
}
