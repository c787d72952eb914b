package be.leerkring.local;

import be.leerkring.emulator.ses.SentMail;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A mail as it arrived.
 *
 * @param id 1 for the first that arrived
 */
@Serdeable
record InboxMail(
        long id,
        Instant at,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        List<Attachment> attachments) {

    InboxMail {
        headers = headers == null ? Map.of() : headers;
        attachments = attachments == null ? List.of() : attachments;
    }

    /**
     * @param content in base64 (RFC 4648, section 4)
     */
    @Serdeable
    record Attachment(String name, String contentType, String content) {}

    static InboxMail of(long id, SentMail mail) {
        return new InboxMail(
                id,
                mail.at().truncatedTo(ChronoUnit.SECONDS),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.text(),
                mail.html(),
                mail.headers(),
                mail.attachments().stream()
                        .map(attachment -> new Attachment(
                                attachment.name(),
                                attachment.contentType(),
                                Base64.getEncoder().encodeToString(attachment.content())))
                        .toList());
    }
}
