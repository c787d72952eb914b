package be.leerkring.emulator.ses;

/** An error that SES answers with, by the name that its clients know it by. */
final class SesRefusal extends Exception {

    private final int status;
    private final String type;

    private SesRefusal(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static SesRefusal badRequest(String message) {
        return new SesRefusal(400, "BadRequestException", message);
    }

    static SesRefusal rejected() {
        return new SesRefusal(400, "MessageRejected", "Email address is not verified.");
    }

    static SesRefusal throttled() {
        return new SesRefusal(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
    }

    static SesRefusal unverified(String sender) {
        return new SesRefusal(
                400,
                "MessageRejected",
                "Email address is not verified. The following identities failed the check in region EU-WEST-1: "
                        + sender);
    }

    static SesRefusal exhausted() {
        return new SesRefusal(429, "TooManyRequestsException", "Daily message quota exceeded.");
    }

    static SesRefusal limited() {
        return new SesRefusal(400, "LimitExceededException", "There are too many of these.");
    }

    static SesRefusal suspended() {
        return new SesRefusal(400, "AccountSuspendedException", "The account may not send any more.");
    }

    static SesRefusal withoutDomain() {
        return new SesRefusal(400, "MailFromDomainNotVerifiedException", "The MAIL FROM domain is not verified.");
    }

    static SesRefusal withoutConfiguration() {
        return new SesRefusal(404, "NotFoundException", "Configuration set leerkring does not exist.");
    }

    static SesRefusal forbidden() {
        return new SesRefusal(403, "AccessDeniedException", "The caller may not do ses:SendEmail.");
    }

    static SesRefusal paused() {
        return new SesRefusal(400, "SendingPausedException", "Sending is paused for this account.");
    }

    static SesRefusal failure() {
        return new SesRefusal(500, "InternalServiceErrorException", "The service is unavailable.");
    }

    static SesRefusal unknownOperation() {
        return new SesRefusal(404, "UnknownOperationException", "Only SendEmail has a stand-in here.");
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }
}
