package be.leerkring.platform.mail;

import be.leerkring.platform.table.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a mail, but for its text.
 *
 * @param state QUEUED, CLAIMED, SENT or FAILED
 * @param subject the line that the reader sees first
 * @param finishedAt when it was sent, or given up
 */
public record MailRecord(
        Key key,
        String purpose,
        String state,
        String to,
        String subject,
        Instant queuedAt,
        Optional<Instant> finishedAt) {}
