package be.leerkring.platform.mail;

import be.leerkring.platform.table.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail whose sender holds the claim to it.
 *
 * @param key where it stands
 * @param claim tells this claim from any other
 * @param purpose such as {@code confirm}
 * @param queuedAt when it was decided
 * @param tries how often SES was to have it and did not take it, before this time
 * @param forgotten whether nothing of it may be kept once it is sent
 * @param unsubscribe where its reader asks for no more of its kind; empty for a mail that is needed
 */
public record QueuedMail(
        Key key,
        String claim,
        String purpose,
        Instant queuedAt,
        int tries,
        boolean forgotten,
        Optional<String> unsubscribe,
        String to,
        String subject,
        String text,
        String html,
        List<Mail.Attachment> attachments) {}
