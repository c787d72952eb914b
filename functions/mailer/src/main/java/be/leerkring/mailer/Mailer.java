package be.leerkring.mailer;

import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailClaims;
import be.leerkring.platform.mail.MailClaims.Claim;
import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.mail.QueuedMail;
import be.leerkring.platform.table.Key;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Sends one mail of the outbox: claims it, hands it to SES, and marks it sent. A process that dies after the claim
 * leaves the mail to whoever finds the lease run out.
 *
 * <p>Here alone can a mail be doubled: SES has taken it, and nobody has written that down. The process died between
 * SES's answer and the mark, or the answer got lost. SES's own report of the mail closes the window again, within
 * seconds as a rule; it stays open only where the mail is tried again before that report comes. After a death that is
 * when the lease has run out, six minutes later; after a lost answer, when {@link SendingRules#againInDoubt} says, a
 * minute later. Where SES says that it failed, we take its word, and try again at once.
 */
@Singleton
@Requires(beans = MailerConfiguration.class)
final class Mailer {

    /** Senders that resumed the same snapshot have to wait otherwise. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    private final MailClaims claims;
    private final Addresses addresses;
    private final SesMessage message;
    private final SendingRate rate;
    private final Ses ses;
    private final SentMails sentMails;
    private final MailMetrics metrics;
    private final Clock clock;

    Mailer(
            MailClaims claims,
            Addresses addresses,
            SesMessage message,
            SendingRate rate,
            Ses ses,
            SentMails sentMails,
            MailMetrics metrics,
            Clock clock) {
        this.claims = claims;
        this.addresses = addresses;
        this.message = message;
        this.rate = rate;
        this.ses = ses;
        this.sentMails = sentMails;
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
            return switch (claims.claim(key)) {
                case Claim.Held(var mail) -> send(mail);
                case Claim.Unreadable(var claim, var cause) -> putAside(key, claim, cause);
                case Claim.Refused() -> Outcome.DONE;
            };
        } catch (RuntimeException surprise) {
            LOG.error("{} can't be handled now", key, surprise);
            return Outcome.POSTPONED;
        }
    }

    private Outcome send(QueuedMail mail) {
        if (mail.until().filter(until -> !clock.instant().isBefore(until)).isPresent()) {
            claims.dropped(mail);
            metrics.count(mail.purpose(), "dropped");
            return Outcome.DONE;
        }
        var standing = addresses.standing(mail.to());
        if (standing.suppressed().isPresent() && !mail.alwaysGoes()) {
            claims.suppressed(mail, standing.suppressed().get());
            return counted(mail, MailState.SUPPRESSED);
        }
        if (standing.unsubscribed() && mail.unsubscribe().isPresent()) {
            claims.unwanted(mail);
            return counted(mail, MailState.SUPPRESSED);
        }
        SendEmailRequest request;
        try {
            request = message.of(mail);
        } catch (RuntimeException damaged) {
            return putAside(mail.key(), mail.claim(), damaged.toString());
        }
        return finish(mail, hand(request));
    }

    /** A mail that comes too fast for SES is tried again after a pause, a few times. */
    private Ses.Answer hand(SendEmailRequest request) {
        var answer = handInTurn(request);
        for (int wait = 0; wait < SendingRules.WAITS && answer instanceof Ses.Answer.TooFast; wait++) {
            var longest = SendingRules.THROTTLED_WAIT.toNanos() << wait;
            LockSupport.parkNanos(RANDOM.nextLong(longest / 2, longest));
            answer = handInTurn(request);
        }
        return answer;
    }

    private Ses.Answer handInTurn(SendEmailRequest request) {
        return rate.take() ? ses.hand(request) : new Ses.Answer.TooFast("Too many stand in line for their turn");
    }

    private Outcome finish(QueuedMail mail, Ses.Answer answer) {
        return switch (answer) {
            case Ses.Answer.Taken(var messageId) -> {
                claims.sent(mail, messageId);
                sentMails.count();
                yield counted(mail, MailState.SENT);
            }
            case Ses.Answer.Refused(var cause) -> failed(mail, cause);
            case Ses.Answer.Failed(var cause) ->
                postponed(mail, cause, SendingRules.again(mail.tries(), clock.instant()));
            case Ses.Answer.Lost(var cause) ->
                postponed(mail, cause, SendingRules.againInDoubt(mail.tries(), clock.instant()));
            case Ses.Answer.TooFast(var cause) -> released(mail, cause, Outcome.TOO_FAST);
            case Ses.Answer.Stopped(var cause) -> {
                LOG.error("SES takes no mail: {}", cause);
                metrics.stopped();
                yield released(mail, cause, Outcome.STOPPED);
            }
        };
    }

    private Outcome counted(QueuedMail mail, MailState state) {
        metrics.count(mail.purpose(), state.code());
        return Outcome.DONE;
    }

    private Outcome failed(QueuedMail mail, String cause) {
        LOG.error("{} failed for good: {}", mail.key(), cause);
        claims.failed(mail, cause);
        return counted(mail, MailState.FAILED);
    }

    private Outcome postponed(QueuedMail mail, String cause, Instant again) {
        var tries = mail.tries() + 1;
        if (SendingRules.isOver(mail.queuedAt(), tries, clock.instant())) {
            return failed(mail, "Given up after " + tries + " tries: " + cause);
        }
        LOG.warn("{} is postponed: {}", mail.key(), cause);
        claims.release(mail, cause, 1, again);
        metrics.count(mail.purpose(), "postponed");
        return Outcome.POSTPONED;
    }

    /** SES has nothing against this mail: the try is not counted. */
    private Outcome released(QueuedMail mail, String cause, Outcome outcome) {
        var now = clock.instant();
        claims.release(mail, cause, 0, outcome == Outcome.STOPPED ? now.plus(SendingRules.STOPPED_WAIT) : now);
        return outcome;
    }

    /** The stream brings it again a few times, and then reports it; the sweep looks whether it was mended. */
    private Outcome putAside(Key key, String claim, String cause) {
        LOG.error("{} can't be made a mail of: {}", key, cause);
        claims.putAside(key, claim, cause, clock.instant().plus(SendingRules.DAMAGED_WAIT));
        metrics.count("unknown", "unreadable");
        return Outcome.POSTPONED;
    }
}
