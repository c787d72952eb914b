package be.leerkring.mailer;

import be.leerkring.platform.mail.QueuedMail;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/** Hands a mail to SES, and tells its answers apart by the errors that SendEmail documents (Amazon SES API v2). */
@Singleton
final class Ses {

    private static final int FORBIDDEN = 403;

    private final SesV2Client client;
    private final SesMessage message;

    Ses(SesV2Client client, SesMessage message) {
        this.client = client;
        this.message = message;
    }

    /** What SES says to a mail. */
    sealed interface Answer {

        record Taken(String messageId) implements Answer {}

        /** Not this mail, now or later: its content, or its address, is at fault. */
        record Refused(String cause) implements Answer {}

        /** Mails come too fast, or there were too many today. */
        record TooFast(String cause) implements Answer {}

        /** No mail at all: sending is paused, the account is suspended, or the sender's domain is not set up. */
        record Stopped(String cause) implements Answer {}

        /** SES may have taken it or not: it failed, or the network did. */
        record Unclear(String cause) implements Answer {}
    }

    /** Mails that come too fast are tried again after a pause, a few times. */
    Answer hand(QueuedMail mail) {
        var request = message.of(mail);
        var answer = hand(() -> client.sendEmail(request).messageId());
        for (int wait = 0; wait < SendingRules.WAITS && answer instanceof Answer.TooFast; wait++) {
            var longest = SendingRules.THROTTLED_WAIT.toNanos() << wait;
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
            answer = hand(() -> client.sendEmail(request).messageId());
        }
        return answer;
    }

    private interface Call {
        String messageId();
    }

    private static Answer hand(Call call) {
        try {
            return new Answer.Taken(call.messageId());
        } catch (MessageRejectedException | BadRequestException refused) {
            return new Answer.Refused(refused.getMessage());
        } catch (TooManyRequestsException | LimitExceededException tooFast) {
            return new Answer.TooFast(tooFast.getMessage());
        } catch (SendingPausedException
                | AccountSuspendedException
                | MailFromDomainNotVerifiedException
                | NotFoundException stopped) {
            return new Answer.Stopped(stopped.getMessage());
        } catch (SesV2Exception other) {
            return other.statusCode() == FORBIDDEN
                    ? new Answer.Stopped(other.getMessage())
                    : new Answer.Unclear(other.getMessage());
        } catch (SdkException lost) {
            return new Answer.Unclear(lost.getMessage());
        }
    }
}
