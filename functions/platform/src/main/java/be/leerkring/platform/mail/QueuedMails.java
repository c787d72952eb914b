package be.leerkring.platform.mail;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * Owns the mails in the outbox; {@link MailState} says how one becomes what. Until it is sent, a mail stands in the
 * index {@code due}, so that none is forgotten; one that its reader does not get stands there too, so that somebody
 * knows. {@link MailRecords} reads them.
 */
@Singleton
public final class QueuedMails {

    /** The partition of the outbox's mails begins so; the stream's filter in the template knows it. */
    static final String PREFIX = "MAIL#";

    /** Where unsent mails stand in the index {@code due}. */
    static final String UNSENT = "MAIL";

    /** Where mails stand that did not reach their readers. */
    static final String TROUBLE = "MAIL-TROUBLE";

    /**
     * How long a claim holds. Longer than the mailer's functions may run, so that whoever takes a claim over can be
     * sure that its holder is dead.
     */
    public static final Duration LEASE = Duration.ofMinutes(6);

    /** What became of a mail is known for this long. */
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

    TransactWriteItem put(Mail mail, String text, String html, Optional<String> unsubscribe) {
        var now = clock.instant();
        return table.putNew(Item.at(key(mail.subject(), mail.purpose(), mail.revision()))
                .with("state", MailState.QUEUED.name())
                .with("purpose", mail.purpose())
                .with("queuedAt", now)
                .with("due", UNSENT)
                .with("dueAt", now)
                .with("to", mail.to())
                .with("language", mail.language().code())
                .with("subject", mail.letter().subject())
                .with("forgotten", mail.forgotten() ? 1 : 0)
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

    static QueryRequest.Builder unsentBy(Instant before) {
        return QueryRequest.builder()
                .indexName("due")
                .keyConditionExpression("due = :mail AND dueAt <= :before")
                .expressionAttributeValues(
                        Map.of(":mail", Item.text(UNSENT), ":before", Item.instant(before)));
    }

    /**
     * Claims a mail; empty where it is finished, not to be tried yet, or claimed by somebody whose lease still runs.
     *
     * @throws IllegalStateException when the mail can't be read; it is claimed then
     */
    public Optional<QueuedMail> claim(Key key) {
        var now = clock.instant();
        var claim = UUID.randomUUID().toString();
        return table.update(UpdateItemRequest.builder()
                .key(key.attributes())
                .updateExpression("SET #state = :claimed, claim = :claim, claimedUntil = :until")
                .conditionExpression("(#state = :queued AND (attribute_not_exists(notBefore) OR notBefore <= :now))"
                        + " OR (#state = :claimed AND claimedUntil <= :now)")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(
                        ":queued", text(MailState.QUEUED),
                        ":claimed", text(MailState.CLAIMED),
                        ":claim", Item.text(claim),
                        ":now", Item.instant(now),
                        ":until", Item.instant(now.plus(LEASE))))
                .returnValues(ReturnValue.ALL_NEW))
                .map(item -> queued(item, claim));
    }

    /** SES has it: its text and attachments are dropped, or all of it where nothing may be kept. */
    public void sent(QueuedMail mail, String messageId) {
        finish(mail, MailState.SENT, "messageId", messageId);
    }

    /** It will never be sent: its text is kept, for whoever lets it be tried again, unless nothing may be kept. */
    public void failed(QueuedMail mail, String cause) {
        finish(mail, MailState.FAILED, "cause", cause);
    }

    /** It is not sent, for its address takes no mail, or none of its kind. */
    public void suppressed(QueuedMail mail, String cause) {
        finish(mail, MailState.SUPPRESSED, "cause", cause);
    }

    private void finish(QueuedMail mail, MailState state, String detail, String value) {
        if (mail.forgotten()) {
            table.delete(List.of(mail.key()));
            return;
        }
        change(mail, ending(state) + (state == MailState.FAILED ? "" : ", body"), detail, value, ended(state));
    }

    /** Whether a mail is still due to be looked at depends on how it ended. */
    private static String ending(MailState state) {
        var trouble = state.isTrouble();
        return "SET #state = :state, #detail = :value, finishedAt = :now, expires = :expires"
                + (trouble ? ", due = :trouble, dueAt = :now" : "")
                + " REMOVE claimedUntil, notBefore"
                + (trouble ? "" : ", due, dueAt")
                + (state == MailState.FAILED || state == MailState.SUPPRESSED ? "" : ", cause");
    }

    private Map<String, AttributeValue> ended(MailState state) {
        var now = clock.instant();
        var values = new HashMap<>(Map.of(
                ":state", text(state),
                ":now", Item.instant(now),
                ":expires", Item.seconds(now.plus(REMEMBERED))));
        if (state.isTrouble()) {
            values.put(":trouble", Item.text(TROUBLE));
        }
        return values;
    }

    /**
     * It could not be sent now: it waits to be claimed again.
     *
     * @param tries 1 where it was the mail's own try, 0 where SES takes no mail at all
     */
    public void release(QueuedMail mail, String cause, int tries, Instant notBefore) {
        change(
                mail,
                "SET #state = :state, #detail = :value, dueAt = :notBefore, notBefore = :notBefore REMOVE claimedUntil "
                        + "ADD tries :tries",
                "cause",
                cause,
                Map.of(
                        ":state", text(MailState.QUEUED),
                        ":notBefore", Item.instant(notBefore),
                        ":tries", Item.number(tries)));
    }

    /** Only the holder of the claim may say what became of the mail, and only while SES has not said more. */
    private void change(
            QueuedMail mail, String change, String detail, String value, Map<String, AttributeValue> values) {
        var all = new HashMap<>(values);
        all.put(":value", Item.text(value));
        all.put(":claim", Item.text(mail.claim()));
        all.put(":claimed", text(MailState.CLAIMED));
        table.update(UpdateItemRequest.builder()
                .key(mail.key().attributes())
                .updateExpression(change)
                .conditionExpression("claim = :claim AND #state = :claimed")
                .expressionAttributeNames(Map.of("#state", "state", "#detail", detail))
                .expressionAttributeValues(all));
    }

    /** A surprise with this mail is written beside it, for whoever looks into it; its claim runs out by itself. */
    public void note(Key key, String cause) {
        table.update(UpdateItemRequest.builder()
                .key(key.attributes())
                .updateExpression("SET cause = :cause")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(Map.of(":cause", Item.text(cause))));
    }

    /** What SES reports of a mail; nothing changes where it reported as much before, or where the mail is gone. */
    public void reported(Key key, MailState state, String messageId, String detail) {
        var values = ended(state);
        values.put(":value", Item.text(detail));
        values.put(":id", Item.text(messageId));
        var lower = new ArrayList<String>();
        for (var before : state.before()) {
            lower.add(":" + before.code());
            values.put(":" + before.code(), text(before));
        }
        table.update(UpdateItemRequest.builder()
                .key(key.attributes())
                .updateExpression(ending(state).replace(" REMOVE", ", messageId = :id REMOVE") + ", body")
                .conditionExpression("#state IN (" + String.join(", ", lower) + ")")
                .expressionAttributeNames(Map.of("#state", "state", "#detail", "report"))
                .expressionAttributeValues(values));
    }

    /** The write that lets a mail which failed be tried again at once; refused where it did not fail. */
    public TransactWriteItem again(Key key) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(key.attributes())
                        .updateExpression("SET #state = :queued, queuedAt = :now, due = :unsent, dueAt = :now "
                                + "REMOVE tries, finishedAt, expires, cause")
                        .conditionExpression("#state = :failed AND attribute_exists(body)")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(
                                ":queued", text(MailState.QUEUED),
                                ":failed", text(MailState.FAILED),
                                ":unsent", Item.text(UNSENT),
                                ":now", Item.instant(clock.instant()))))
                .build();
    }

    private static AttributeValue text(MailState state) {
        return Item.text(state.name());
    }

    private static QueuedMail queued(Item item, String claim) {
        var body = item.map("body");
        return new QueuedMail(
                item.key(),
                claim,
                item.required("purpose"),
                item.requiredMoment("queuedAt"),
                (int) item.count("tries"),
                item.count("forgotten") == 1,
                Optional.of(item.text("unsubscribe", "")).filter(path -> !path.isEmpty()),
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
