package be.leerkring.platform.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Keys that follow from a text and don't lead back to it. */
public final class Sha256 {

    /** All of it. */
    public static final int BYTES = 32;

    private Sha256() {}

    /** The whole SHA-256 of the text, in Base64 for addresses (RFC 4648, section 5), without padding. */
    public static String of(String text) {
        return of(text, BYTES);
    }

    /** The first bytes of it: 16 of them are enough for a key that nobody else has. */
    public static String of(String text, int bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java platform has SHA-256", impossible);
        }
    }
}
