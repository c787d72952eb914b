package be.leerkring.platform.links;

import be.leerkring.platform.table.Sha256;
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
    public static Token about(String subject) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new Token(subject + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
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
        return Sha256.of(use + "\n" + text);
    }

    /**
     * A token about the same subject that follows from this one and does not lead back to it. It goes where more people
     * see it than see a mail, and is good for one use only ({@link Links#judge(Token, String, String)}).
     *
     * @param use tells one such token from another
     */
    public Token following(String use) {
        return following(claimedSubject(), hash(), use);
    }

    /** The same, where only the hash of the token is known. */
    static Token following(String subject, String hash, String use) {
        return new Token(subject + "." + Sha256.of(use + "\n" + hash, RANDOM_BYTES));
    }

    /** What the table knows of it. */
    public String hash() {
        return Sha256.of(text);
    }

}
