package be.leerkring.mailer;

import be.leerkring.platform.mail.QueuedMail;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.table.Key;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;

/**
 * Sends one mail of the outbox: claims it, hands it to SES, and marks it sent. A process that dies after the claim
 * leaves the mail to whoever finds the lease run out. One that dies between SES's answer and the mark doubles the mail
 * then: the only such window, and it is as wide as one write to the table.
 */
@Singleton
final class Mailer {

    /** With a sweep every quarter of an hour, a mail that SES doesn't take is given up after six hours. */
    private static final int TRIES = 24;

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    private final QueuedMails mails;
    private final SesV2Client ses;
    private final SesMessage message;

    Mailer(QueuedMails mails, SesV2Client ses, SesMessage message) {
        this.mails = mails;
        this.ses = ses;
        this.message = message;
    }

    /** What became of the try to send a mail. */
    sealed interface Outcome {

        record Sent(String messageId) implements Outcome {}

        /** It is sent, failed for good, or somebody else is at it. */
        record NotOurs() implements Outcome {}

        /** It can be tried again. */
        record Postponed(String cause) implements Outcome {}

        /** SES will never take it. */
        record Failed(String cause) implements Outcome {}
    }

    /** A surprise with one mail is logged here, and holds up no other; its lease runs out. */
    Outcome send(Key key) {
        try {
            return mails.claim(key).map(this::send).orElseGet(Outcome.NotOurs::new);
        } catch (RuntimeException surprise) {
            LOG.error("{} can't be handled now", key, surprise);
            return new Outcome.Postponed(surprise.toString());
        }
    }

    private Outcome send(QueuedMail mail) {
        var outcome = hand(mail);
        switch (outcome) {
            case Outcome.Sent(var messageId) -> mails.sent(mail, messageId);
            case Outcome.Failed(var cause) -> {
                LOG.error("{} failed for good: {}", mail.key(), cause);
                mails.failed(mail, cause);
            }
            case Outcome.Postponed(var cause) -> {
                LOG.warn("{} is postponed: {}", mail.key(), cause);
                mails.release(mail, cause);
            }
            case Outcome.NotOurs() -> {
            }
        }
        return outcome;
    }

    private Outcome hand(QueuedMail mail) {
        try {
            return new Outcome.Sent(ses.sendEmail(message.of(mail)).messageId());
        } catch (MessageRejectedException | BadRequestException refused) {
            return new Outcome.Failed(refused.getMessage());
        } catch (SdkException passing) {
            return mail.tries() >= TRIES
                    ? new Outcome.Failed("Given up after " + mail.tries() + " tries: " + passing.getMessage())
                    : new Outcome.Postponed(passing.getMessage());
        }
    }
}
