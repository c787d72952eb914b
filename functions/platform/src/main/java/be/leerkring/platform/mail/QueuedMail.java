package be.leerkring.platform.mail;

import be.leerkring.platform.table.Key;
import java.util.List;

/**
 * A mail whose sender holds the claim to it.
 *
 * @param key where it stands
 * @param claim tells this claim from any other
 * @param tries how often it was claimed, this time included
 * @param forgotten whether nothing of it may be kept once it is sent
 */
public record QueuedMail(
        Key key,
        String claim,
        int tries,
        boolean forgotten,
        String to,
        String subject,
        String text,
        String html,
        List<Mail.Attachment> attachments) {}
