package be.leerkring.mailer;

import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.mail.QueuedMail;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Key;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one mail of the outbox: claims it, hands it to SES, and marks it sent. A process that dies after the claim
 * leaves the mail to whoever finds the lease run out.
 *
 * <p>Here alone can a mail be doubled: SES has taken it, and nobody has written that down. The process died between
 * SES's answer and the mark, or the answer got lost. SES's own report of the mail closes the window again, within
 * seconds as a rule; it stays open only where the mail is tried again before that report comes. After a death that is
 * when the lease has run out, six minutes later; after a lost answer, at the stream's next try.
 */
@Singleton
final class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    private final QueuedMails mails;
    private final Addresses addresses;
    private final SendingRate rate;
    private final Ses ses;
    private final MailMetrics metrics;
    private final Clock clock;

    Mailer(
            QueuedMails mails,
            Addresses addresses,
            SendingRate rate,
            Ses ses,
            MailMetrics metrics,
            Clock clock) {
        this.mails = mails;
        this.addresses = addresses;
        this.rate = rate;
        this.ses = ses;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What became of the try to send a mail. */
    enum Outcome {
        /** It is sent, or will not be; or somebody else is at it. */
        DONE,
        /** It can be tried again at once, and others may fare better. */
        POSTPONED,
        /** SES has enough for now: no other is to be tried in this run. */
        TOO_FAST,
        /** SES takes no mail at all: nothing is lost, and the sweep tries again. */
        STOPPED
    }

    /** A surprise with one mail is logged here, and holds up no other; its lease runs out. */
    Outcome send(Key key) {
        try {
            return mails.claim(key).map(this::send).orElse(Outcome.DONE);
        } catch (RuntimeException surprise) {
            LOG.error("{} can't be handled now", key, surprise);
            metrics.count("unknown", "unreadable");
            mails.note(key, surprise.toString());
            return Outcome.POSTPONED;
        }
    }

    private Outcome send(QueuedMail mail) {
        var standing = addresses.standing(mail.to());
        if (standing.suppressed().isPresent()) {
            return suppressed(mail, standing.suppressed().get().code());
        }
        if (standing.unsubscribed() && mail.unsubscribe().isPresent()) {
            return suppressed(mail, "unsubscribed");
        }
        if (!rate.take()) {
            return released(mail, "The sending rate is used up", Outcome.TOO_FAST);
        }
        return finish(mail, ses.hand(mail));
    }

    private Outcome suppressed(QueuedMail mail, String cause) {
        mails.suppressed(mail, cause);
        metrics.count(mail.purpose(), MailState.SUPPRESSED.code());
        return Outcome.DONE;
    }

    private Outcome finish(QueuedMail mail, Ses.Answer answer) {
        return switch (answer) {
            case Ses.Answer.Taken(var messageId) -> {
                mails.sent(mail, messageId);
                metrics.count(mail.purpose(), MailState.SENT.code());
                yield Outcome.DONE;
            }
            case Ses.Answer.Refused(var cause) -> failed(mail, cause);
            case Ses.Answer.Unclear(var cause) -> postponed(mail, cause);
            case Ses.Answer.TooFast(var cause) -> released(mail, cause, Outcome.TOO_FAST);
            case Ses.Answer.Stopped(var cause) -> {
                LOG.error("SES takes no mail: {}", cause);
                metrics.stopped();
                yield released(mail, cause, Outcome.STOPPED);
            }
        };
    }

    private Outcome failed(QueuedMail mail, String cause) {
        LOG.error("{} failed for good: {}", mail.key(), cause);
        mails.failed(mail, cause);
        metrics.count(mail.purpose(), MailState.FAILED.code());
        return Outcome.DONE;
    }

    private Outcome postponed(QueuedMail mail, String cause) {
        var now = clock.instant();
        if (SendingRules.isOver(mail.queuedAt(), now)) {
            return failed(mail, "Given up after " + (mail.tries() + 1) + " tries: " + cause);
        }
        LOG.warn("{} is postponed: {}", mail.key(), cause);
        mails.release(mail, cause, 1, SendingRules.again(mail.tries(), now));
        metrics.count(mail.purpose(), "postponed");
        return Outcome.POSTPONED;
    }

    /** SES has nothing against this mail: the try is not counted. */
    private Outcome released(QueuedMail mail, String cause, Outcome outcome) {
        var now = clock.instant();
        mails.release(mail, cause, 0, outcome == Outcome.STOPPED ? now.plus(SendingRules.STOPPED_WAIT) : now);
        return outcome;
    }
}
