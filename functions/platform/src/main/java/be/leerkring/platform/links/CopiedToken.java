package be.leerkring.platform.links;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A token as it arrives after somebody copied its link, or a mail program found it in a text: with what stood around
 * it, or broken where a line ended. A token is of few characters and ends in a part of fixed length, so what is not of
 * it can be told from it; nothing is guessed, and what is cut off stays so.
 */
public final class CopiedToken {

    /** Longer than a token with a sentence behind it. */
    private static final int LONGEST = 1000;

    /** The subject, a dot, and 128 bits in base64url: 22 characters, the last of which holds two bits (RFC 4648). */
    private static final String WHOLE = "[A-Za-z0-9][A-Za-z0-9._-]*\\.[A-Za-z0-9_-]{21}[AQgw]";

    private static final Pattern TOKEN = Pattern.compile(WHOLE);

    /** What a sentence, a list or an emphasis adds at its end is of a token's own characters. */
    private static final Pattern ENDED = Pattern.compile("(?<token>" + WHOLE + ")[._-]*");

    private static final Pattern BEFORE = Pattern.compile("^[^A-Za-z0-9]+");
    private static final Pattern BEHIND = Pattern.compile("[^A-Za-z0-9._-].*$", Pattern.DOTALL);

    /** What nobody sees; and the sign by which quoted-printable ends a line in the middle of a word (RFC 2045, 6.7). */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u00AD]|=[ \\t]*(\\r\\n?|\\n)?");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private CopiedToken() {}

    /** Whether this has the form of a token, with nothing around it. */
    public static boolean isWhole(String text) {
        return text.length() <= LONGEST && TOKEN.matcher(text).matches();
    }

    /** The token in this text; empty where there is none, or not all of it. */
    public static Optional<Token> in(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var seen = BEFORE.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll("");
        return Stream.of(seen, SPACE.matcher(seen).replaceAll(""))
                .map(one -> ENDED.matcher(BEHIND.matcher(one).replaceAll("")))
                .filter(Matcher::matches)
                .map(found -> new Token(found.group("token")))
                .max(Comparator.comparing(token -> token.text().length()));
    }
}
