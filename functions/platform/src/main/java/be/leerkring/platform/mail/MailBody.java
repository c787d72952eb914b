package be.leerkring.platform.mail;

import java.util.List;

/** What a mail says, and the files that come with it. */
public record MailBody(Letter letter, List<Mail.Attachment> attachments) {

    public MailBody {
        attachments = List.copyOf(attachments);
    }
}
