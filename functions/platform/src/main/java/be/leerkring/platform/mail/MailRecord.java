package be.leerkring.platform.mail;

import be.leerkring.platform.table.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a mail, but for its text.
 *
 * @param subject the line that the reader sees first
 * @param finishedAt when it was sent, or given up
 * @param cause what went wrong, in the words of whoever said so; can be empty
 */
public record MailRecord(
        Key key,
        String purpose,
        MailState state,
        String to,
        String subject,
        Instant queuedAt,
        Optional<Instant> finishedAt,
        String cause) {

    /** When something was last heard of it. */
    public Instant lastAt() {
        return finishedAt.orElse(queuedAt);
    }
}
