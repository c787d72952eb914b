package be.leerkring.registration;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A mail as it stands in the outbox; of its files, the first. */
public record Queued(
        String purpose,
        long revision,
        String subject,
        String text,
        Instant at,
        String calendar,
        String calendarType) {

    static Queued of(Map<String, AttributeValue> item) {
        var body = item.get("body").m();
        var files = body.get("attachments").l();
        return new Queued(
                item.get("purpose").s(),
                Long.parseLong(item.get("sk").s().split("#")[1]),
                item.get("subject").s(),
                body.get("text").s(),
                Instant.parse(item.get("queuedAt").s()),
                files.isEmpty() ? "" : files.getFirst().m().get("text").s(),
                files.isEmpty() ? "" : files.getFirst().m().get("contentType").s());
    }
}
