package be.leerkring.mailer;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/** Hands a mail to SES, and tells its answers apart by the errors that SendEmail documents (Amazon SES API v2). */
@Singleton
@Requires(beans = MailerConfiguration.class)
final class Ses {

    private static final int FORBIDDEN = 403;

    /**
     * Amazon SES Developer Guide, "Errors related to the sending quotas": its quota is of 24 hours, not of a second.
     */
    private static final String QUOTA = "Daily message quota exceeded";

    private final SesV2Client client;
    private final MailerConfiguration configuration;

    Ses(SesV2Client client, MailerConfiguration configuration) {
        this.client = client;
        this.configuration = configuration;
    }

    /** What SES says to a mail. */
    sealed interface Answer {

        record Taken(String messageId) implements Answer {}

        /** Not this mail, now or later: its content, or its address, is at fault. */
        record Refused(String cause) implements Answer {}

        /** Mails come too fast. */
        record TooFast(String cause) implements Answer {}

        /**
         * No mail at all: sending is paused, the account is suspended, the sender's domain is not set up, the function
         * may not send, or the account has sent all that it may in a day.
         */
        record Stopped(String cause) implements Answer {}

        /** SES says that it failed: something is wrong there. */
        record Failed(String cause) implements Answer {}

        /** There was no answer: SES may have taken it or not. */
        record Lost(String cause) implements Answer {}
    }

    /** Calls it once: whether to call it again is the caller's decision. */
    Answer hand(SendEmailRequest request) {
        try {
            return new Answer.Taken(client.sendEmail(request).messageId());
        } catch (SesV2Exception refusal) {
            return answer(refusal);
        } catch (SdkException lost) {
            return new Answer.Lost(Objects.toString(lost.getMessage(), lost.toString()));
        }
    }

    private Answer answer(SesV2Exception refusal) {
        var cause = cause(refusal);
        return switch (refusal) {
            case MessageRejectedException _ -> refused(cause);
            case BadRequestException _ -> refused(cause);
            case TooManyRequestsException _ -> tooFast(cause);
            case LimitExceededException _ -> tooFast(cause);
            case SendingPausedException _ -> new Answer.Stopped(cause);
            case AccountSuspendedException _ -> new Answer.Stopped(cause);
            case MailFromDomainNotVerifiedException _ -> new Answer.Stopped(cause);
            case NotFoundException _ -> new Answer.Stopped(cause);
            default ->
                refusal.isThrottlingException()
                        ? tooFast(cause)
                        : refusal.statusCode() == FORBIDDEN ? new Answer.Stopped(cause) : new Answer.Failed(cause);
        };
    }

    /** In SES's own words, for an organiser reads them, without what the SDK adds. */
    private static String cause(SesV2Exception refusal) {
        return Optional.ofNullable(refusal.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElseGet(() -> Objects.toString(refusal.getMessage(), refusal.toString()));
    }

    /**
     * SES rejects every mail, one by one, while it does not know the sender, or the configuration set: then the mail is
     * not at fault.
     */
    private Answer refused(String cause) {
        return cause.contains(configuration.sender()) || cause.contains("onfiguration set")
                ? new Answer.Stopped(cause)
                : new Answer.Refused(cause);
    }

    private static Answer tooFast(String cause) {
        return cause.contains(QUOTA) ? new Answer.Stopped(cause) : new Answer.TooFast(cause);
    }
}
