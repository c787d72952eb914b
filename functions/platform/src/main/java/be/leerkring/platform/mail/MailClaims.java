package be.leerkring.platform.mail;

import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Claims the outbox's mails, one sender to a mail, and lets the holder of a claim say what became of it. A claim is a
 * lease: when it has run out, somebody else may take the mail over, and its holder may say nothing any more.
 */
@Singleton
public final class MailClaims {

    /**
     * How long a claim holds. Longer than the mailer's functions may run, so that whoever takes a claim over can be
     * sure that its holder is dead.
     */
    public static final Duration LEASE = Duration.ofMinutes(6);

    private final Table table;
    private final MailBodies bodies;
    private final Clock clock;

    public MailClaims(Table table, MailBodies bodies, Clock clock) {
        this.table = table;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** What came of claiming a mail. */
    public sealed interface Claim {

        /** It is the caller's now. */
        record Held(QueuedMail mail) implements Claim {}

        /** It is the caller's now, and damaged. */
        record Unreadable(String claim, String cause) implements Claim {}

        /** It is finished, not to be tried yet, or claimed by somebody whose lease still runs. */
        record Refused() implements Claim {}
    }

    /** Claims a mail, if that is possible now. */
    public Claim claim(Key key) {
        var now = clock.instant();
        var claim = UUID.randomUUID().toString();
        return table.update(Write.update(
                key, "SET #state = :claimed, claim = :claim, claimedUntil = :until, due = :unsent")
                .when("(attribute_not_exists(expires) OR expires > :seconds) AND ((#state = :queued "
                        + "AND (attribute_not_exists(notBefore) OR notBefore <= :now))"
                        // the SDK calls again by itself where it lost the answer
                        + " OR (#state = :claimed AND (claimedUntil <= :now OR claim = :claim)))")
                .name("#state", "state")
                .with(":queued", MailState.QUEUED.value())
                .with(":claimed", MailState.CLAIMED.value())
                .with(":claim", claim)
                // one that was held is no more
                .with(":unsent", QueuedMails.UNSENT)
                .with(":now", now)
                .with(":seconds", Item.seconds(now))
                .with(":until", now.plus(LEASE))
                .returningNew())
                .map(item -> read(item, claim))
                .orElseGet(Claim.Refused::new);
    }

    private Claim read(Item item, String claim) {
        try {
            return new Claim.Held(QueuedMail.of(item, claim, bodies));
        } catch (RuntimeException damaged) {
            return new Claim.Unreadable(claim, damaged.toString());
        }
    }

    /** It was handed over: its text and attachments are dropped, or all of it where nothing may be kept. */
    public void sent(QueuedMail mail, String messageId) {
        finish(mail, new MailEnding(MailState.SENT, false, false), "messageId", messageId);
    }

    /** It will never be sent: its text is kept, for whoever lets it be tried again, unless nothing may be kept. */
    public void failed(QueuedMail mail, String cause) {
        finish(mail, new MailEnding(MailState.FAILED, true, true), "cause", cause);
    }

    /** It is not sent, for its address takes no mail: its text is kept, for whoever has the mailbox mended. */
    public void suppressed(QueuedMail mail, MailState cause) {
        finish(mail, new MailEnding(MailState.SUPPRESSED, true, true), "cause", cause.code());
    }

    /** It is not sent, for its reader wants no more of its kind. */
    public void unwanted(QueuedMail mail) {
        finish(mail, new MailEnding(MailState.SUPPRESSED, false, false), "cause", MailRecord.UNWANTED);
    }

    /** It is not sent, for its time is over: nothing of it is kept. */
    public void dropped(QueuedMail mail) {
        table.delete(List.of(mail.key()));
    }

    private void finish(QueuedMail mail, MailEnding ending, String detail, String value) {
        if (mail.forgotten()) {
            table.delete(List.of(mail.key()));
            return;
        }
        change(mail.key(), mail.claim(), ending.expression(""), detail, value, ending.values(clock.instant()));
    }

    /**
     * It could not be sent now: it waits to be claimed again.
     *
     * @param tries 1 where it was the mail's own try, 0 where no mail is taken at all
     */
    public void release(QueuedMail mail, String cause, int tries, Instant notBefore) {
        change(
                mail.key(),
                mail.claim(),
                "SET #state = :state, #detail = :value, dueAt = :notBefore, notBefore = :notBefore REMOVE claimedUntil "
                        + "ADD tries :tries",
                "cause",
                cause,
                Map.of(
                        ":state", MailState.QUEUED.value(),
                        ":notBefore", Item.instant(notBefore),
                        ":tries", Item.number(tries)));
    }

    /** Nothing can be made of it: it waits for somebody to mend it, and the sweep looks again at that moment. */
    public void putAside(Key key, String claim, String cause, Instant lookedAtAgain) {
        change(
                key,
                claim,
                "SET #state = :state, #detail = :value, dueAt = :again REMOVE claimedUntil",
                "cause",
                cause,
                Map.of(":state", MailState.QUEUED.value(), ":again", Item.instant(lookedAtAgain)));
    }

    /** Only the holder of the claim may say what became of the mail, and only while nothing more was reported. */
    private void change(
            Key key, String claim, String change, String detail, String value, Map<String, Attribute> values) {
        var all = new HashMap<>(values);
        all.put(":value", Item.text(value));
        all.put(":claim", Item.text(claim));
        all.put(":claimed", MailState.CLAIMED.value());
        var _ = table.update(Write.update(key, change)
                .when("claim = :claim AND #state = :claimed")
                .name("#state", "state")
                .name("#detail", detail)
                .with(all));
    }
}
