package be.leerkring.platform.mail;

import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Where mails are written in the transaction of the change that causes them, to be sent when that is done. */
@Singleton
public final class Outbox {

    /**
     * Stands in a mail where the site's public address belongs. The functions that decide mails don't know it: they
     * stand behind the API whose address it is.
     */
    public static final String SITE = "{{site}}";

    private final QueuedMails mails;
    private final Letters letters;

    Outbox(QueuedMails mails, Letters letters) {
        this.mails = mails;
        this.letters = letters;
    }

    /** The write that decides this mail; it is refused where the same mail was decided before. */
    public TransactWriteItem put(Mail mail) {
        var letter = mail.letter();
        return mails.put(
                mail, letters.plainText(letter, mail.language()), letters.html(letter, mail.language()));
    }
}
