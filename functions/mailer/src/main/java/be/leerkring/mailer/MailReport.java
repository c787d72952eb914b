package be.leerkring.mailer;

import be.leerkring.platform.mail.MailState;
import be.leerkring.platform.table.Key;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report of SES about one mail (Amazon SES Developer Guide, "Contents of event data that Amazon SES publishes to
 * Amazon SNS", which EventBridge carries in {@code detail}).
 *
 * @param mail the mail's key; empty where the report carries no tag of ours
 * @param recipients the addresses that it is about, in lower case
 * @param hard whether a bounce is permanent
 * @param detail in the words of the reader's server, or of SES; can be empty
 */
record MailReport(
        Optional<Key> mail,
        MailState state,
        String messageId,
        List<String> recipients,
        boolean hard,
        String detail) {

    /** Whether the address is to get no more mail. */
    boolean endsAddress() {
        return state == MailState.COMPLAINED || (state == MailState.BOUNCED && hard);
    }

    /** What kind of mail it is about, as far as that is known. */
    String kind() {
        return mail.map(key -> key.sort().replaceFirst("#[^#]*$", "")).orElse("unknown");
    }

    /** The report in an event; empty where it is none of those that this knows. */
    static Optional<MailReport> of(Map<String, Object> event) {
        var detail = map(event.get("detail"));
        var mail = map(detail.get("mail"));
        return state(text(detail.get("eventType"))).map(state -> {
            var part = map(detail.get(part(state, detail)));
            return new MailReport(
                    texts(map(mail.get("tags")).get(MailTag.NAME)).findFirst().flatMap(MailTag::read),
                    state,
                    text(mail.get("messageId")),
                    recipients(part).map(address -> address.toLowerCase(Locale.ROOT)).toList(),
                    "Permanent".equals(part.get("bounceType")),
                    words(part));
        });
    }

    private static Optional<MailState> state(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "Send" -> MailState.SENT;
                    case "DeliveryDelay" -> MailState.DELAYED;
                    case "Delivery" -> MailState.DELIVERED;
                    case "Bounce" -> MailState.BOUNCED;
                    case "Complaint" -> MailState.COMPLAINED;
                    case "Reject", "Rendering Failure" -> MailState.FAILED;
                    default -> null;
                });
    }

    private static String part(MailState state, Map<String, Object> detail) {
        return switch (state) {
            case DELAYED -> "deliveryDelay";
            case DELIVERED -> "delivery";
            case BOUNCED -> "bounce";
            case COMPLAINED -> "complaint";
            case FAILED -> detail.containsKey("reject") ? "reject" : "failure";
            case QUEUED, CLAIMED, SENT, SUPPRESSED -> "send";
        };
    }

    private static Stream<String> recipients(Map<String, Object> part) {
        return Stream.of("bouncedRecipients", "complainedRecipients")
                .flatMap(name -> list(part.get(name)))
                .map(recipient -> text(map(recipient).get("emailAddress")))
                .filter(address -> !address.isEmpty());
    }

    private static String words(Map<String, Object> part) {
        return Stream.concat(
                Stream.of("bouncedRecipients", "delayedRecipients")
                        .flatMap(name -> list(part.get(name)))
                        .map(recipient -> text(map(recipient).get("diagnosticCode"))),
                Stream.of("reason", "errorMessage", "complaintFeedbackType", "bounceSubType", "delayType")
                        .map(name -> text(part.get(name))))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static Stream<?> list(Object value) {
        return value instanceof List<?> values ? values.stream() : Stream.empty();
    }

    private static Stream<String> texts(Object value) {
        return list(value).map(Object::toString);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
