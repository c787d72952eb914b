package be.leerkring.platform.mail;

import be.leerkring.platform.table.Key;
import java.util.List;

/**
 * A mail whose sender holds the claim to it.
 *
 * @param key where it stands
 * @param claim tells this claim from any other
 * @param tries how often it was claimed, this time included
 */
public record QueuedMail(
        Key key,
        String claim,
        int tries,
        String to,
        String subject,
        String text,
        String html,
        List<Mail.Attachment> attachments) {}
