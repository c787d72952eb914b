package be.leerkring.mailer;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.table.Key;
import java.util.Base64;
import java.util.Optional;

/**
 * The tag that goes with a mail to SES and comes back with every report about it: the mail's key, in the characters
 * that a tag may have (Amazon SES API v2, MessageTag).
 */
final class MailTag {

    static final String NAME = "leerkring-mail";

    private MailTag() {}

    static String of(Key key) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((key.partition() + " " + key.sort()).getBytes(UTF_8));
    }

    /** The key of the mail that a report is about; empty where the tag is not ours. */
    static Optional<Key> read(String tag) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(tag), UTF_8).split(" ", 2);
            return parts.length == 2 ? Optional.of(new Key(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
