package be.leerkring.platform.mail;

import be.leerkring.platform.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that is decided. Purpose, subject and revision make its key: the same mail can't be decided twice.
 *
 * @param purpose such as {@code confirm}
 * @param subject whom and what it is about; no personal data
 * @param revision tells the mails of one purpose about one subject apart
 * @param to the reader's address
 * @param forgotten whether nothing of it may be kept once it is sent
 * @param optional whether one can take part without it: whoever gets it can ask for no more of its kind
 * @param knownUntil when what became of it is forgotten, if that is sooner than of other mails
 */
public record Mail(
        String purpose,
        String subject,
        long revision,
        String to,
        Language language,
        Letter letter,
        List<Attachment> attachments,
        boolean forgotten,
        boolean optional,
        Optional<Instant> knownUntil) {

    /** A mail that is known as long as others. */
    public Mail(
            String purpose,
            String subject,
            long revision,
            String to,
            Language language,
            Letter letter,
            List<Attachment> attachments,
            boolean forgotten,
            boolean optional) {
        this(purpose, subject, revision, to, language, letter, attachments, forgotten, optional, Optional.empty());
    }

    /** The same, known until this moment. */
    public Mail knownUntil(Instant moment) {
        return new Mail(
                purpose, subject, revision, to, language, letter, attachments, forgotten, optional,
                Optional.of(moment));
    }

    /**
     * The purpose of the mail by which an organiser signs in. It goes to every address, one that bounced or complained
     * too: whoever can lift that has to sign in first.
     */
    public static final String SIGN_IN = "sign-in";

    /**
     * A file that comes with a mail. Where its text says {@link Outbox#SITE}, the mailer writes the site's address.
     *
     * @param contentType with its parameters, such as {@code text/calendar; charset=UTF-8; method=PUBLISH}
     */
    public record Attachment(String name, String contentType, String text) {}
}
