package be.leerkring.emulator.ses;

import be.leerkring.emulator.LocalAccount;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What SES reports of a mail, as EventBridge brings it to a function (Amazon SES Developer Guide, "Contents of event
 * data that Amazon SES publishes to Amazon SNS", in the envelope of "Amazon EventBridge events").
 */
public final class SesEvents {

    private static final String CONFIGURATION_SET = "ses:configuration-set";

    private SesEvents() {}

    /** SES has taken it. */
    public static Map<String, Object> send(SentMail mail) {
        return event(mail, "Email Sent", "Send", "send", Map.of());
    }

    /** The reader's server puts SES off; SES goes on trying. */
    public static Map<String, Object> delay(SentMail mail) {
        return event(mail, "Email Delivery Delayed", "DeliveryDelay", "deliveryDelay", Map.of(
                "timestamp", mail.at().toString(),
                "delayType", "MailboxFull",
                "expirationTime", mail.at().plusSeconds(50_400).toString(),
                "delayedRecipients", recipients(mail, Map.of(
                        "status", "4.2.2", "diagnosticCode", "smtp; 452 4.2.2 this mailbox has no room left"))));
    }

    /** The reader's server has it. */
    public static Map<String, Object> delivery(SentMail mail) {
        return event(mail, "Email Delivered", "Delivery", "delivery", Map.of(
                "timestamp", mail.at().toString(),
                "processingTimeMillis", 412,
                "recipients", mail.to(),
                "smtpResponse", "250 2.6.0 taken",
                "reportingMTA", "a.smtp-out.example.org"));
    }

    /** There is no such mailbox. */
    public static Map<String, Object> hardBounce(SentMail mail) {
        return bounce(mail, "Permanent", "General", "5.1.1", "smtp; 550 5.1.1 nobody here by that name");
    }

    /** The reader's server could not take it for as long as SES tried. */
    public static Map<String, Object> softBounce(SentMail mail) {
        return bounce(mail, "Transient", "MailboxFull", "5.2.2", "smtp; 552 5.2.2 this mailbox has no room left");
    }

    private static Map<String, Object> bounce(
            SentMail mail, String type, String subType, String status, String diagnosticCode) {
        return event(mail, "Email Bounced", "Bounce", "bounce", Map.of(
                "feedbackId", id(mail),
                "bounceType", type,
                "bounceSubType", subType,
                "bouncedRecipients", recipients(mail, Map.of(
                        "action", "failed", "status", status, "diagnosticCode", diagnosticCode)),
                "timestamp", mail.at().toString(),
                "reportingMTA", "dns; mx.example.org"));
    }

    /** The reader has said that it is spam. */
    public static Map<String, Object> complaint(SentMail mail) {
        return event(mail, "Email Complaint Received", "Complaint", "complaint", Map.of(
                "feedbackId", id(mail),
                "complainedRecipients", recipients(mail, Map.of()),
                "timestamp", mail.at().toString(),
                "userAgent", "ReaderFeedback/1.0",
                "complaintFeedbackType", "abuse",
                "arrivalDate", mail.at().toString()));
    }

    /** SES has found a virus in it, and will not send it. */
    public static Map<String, Object> reject(SentMail mail) {
        return event(mail, "Email Rejected", "Reject", "reject", Map.of("reason", "Bad content"));
    }

    /** SES could not fill in its own template. */
    public static Map<String, Object> renderingFailure(SentMail mail) {
        return event(mail, "Email Rendering Failed", "Rendering Failure", "failure", Map.of(
                "errorMessage", "Attribute 'name' is not present in the rendering data.",
                "templateName", "none-of-ours"));
    }

    private static Map<String, Object> event(
            SentMail mail, String detailType, String eventType, String part, Map<String, Object> content) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("eventType", eventType);
        detail.put("mail", mail(mail));
        detail.put(part, content);
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", detailType);
        event.put("source", "aws.ses");
        event.put("account", "123456789012");
        event.put("time", Instant.ofEpochSecond(mail.at().getEpochSecond()).toString());
        event.put("region", LocalAccount.REGION.id());
        event.put("resources", List.of("arn:aws:ses:eu-west-1:123456789012:configuration-set/leerkring"));
        event.put("detail", detail);
        return event;
    }

    private static Map<String, Object> mail(SentMail mail) {
        var tags = new LinkedHashMap<String, Object>();
        tags.put(CONFIGURATION_SET, List.of("leerkring"));
        mail.tags().forEach((name, value) -> tags.put(name, List.of(value)));
        return Map.of(
                "timestamp", mail.at().toString(),
                "source", mail.from(),
                "sendingAccountId", "123456789012",
                "messageId", mail.messageId(),
                "destination", mail.to(),
                "headersTruncated", false,
                "headers", List.of(Map.of("name", "Subject", "value", mail.subject())),
                "commonHeaders", Map.of("subject", mail.subject(), "to", mail.to(), "messageId", mail.messageId()),
                "tags", tags);
    }

    private static List<Map<String, Object>> recipients(SentMail mail, Map<String, Object> more) {
        return mail.to().stream()
                .map(address -> {
                    Map<String, Object> recipient = new HashMap<>(more);
                    recipient.put("emailAddress", address);
                    return recipient;
                })
                .toList();
    }

    private static String id(SentMail mail) {
        return "feedback-" + mail.messageId();
    }
}
