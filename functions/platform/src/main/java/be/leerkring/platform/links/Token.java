package be.leerkring.platform.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a mailed link carries: the subject it is about, a dot, and 128 random bits. The subject only tells what to read
 * together with the link, so that a page needs one round trip; the right to it comes from the random bits, and from
 * nothing else.
 *
 * @param text the whole, of characters that need no escaping in a path
 */
public record Token(String text) {

    /** Longer than any that was issued. */
    private static final int LONGEST = 300;

    private static final int RANDOM_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh token about this subject. */
    static Token about(String subject) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new Token(subject + "." + base64(random));
    }

    /** The subject that the link claims to be about; the empty text when it names none. */
    public String claimedSubject() {
        return text.length() > LONGEST ? "" : text.substring(0, Math.max(0, text.lastIndexOf('.')));
    }

    /**
     * A value that follows from the token alone and leads back neither to it nor to its link.
     *
     * @param use tells one derived value from another
     */
    public String derive(String use) {
        return sha256(use + "\n" + text);
    }

    String hash() {
        return sha256(text);
    }

    private static String sha256(String input) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(input.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java platform has SHA-256", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
