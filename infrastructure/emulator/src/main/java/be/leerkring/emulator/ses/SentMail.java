package be.leerkring.emulator.ses;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail that {@link EmbeddedSes} accepted.
 *
 * @param messageId what the sender was answered, or would have been
 * @param at when it was accepted, by the clock that the stand-in was given
 * @param from the sender's address, with a display name if it had one
 * @param to everyone it goes to, copies included
 * @param text the plain body; empty if it has none
 * @param html the HTML body; empty if it has none
 * @param headers those that the sender added, in order; of a repeated one the last
 * @param tags for what SES reports back about this mail
 */
public record SentMail(
        String messageId,
        Instant at,
        String from,
        List<String> to,
        List<String> replyTo,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        List<Attachment> attachments,
        Map<String, String> tags) {

    /** A file in a mail. */
    public record Attachment(String name, String contentType, byte[] content) {}
}
