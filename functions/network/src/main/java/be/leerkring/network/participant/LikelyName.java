package be.leerkring.network.participant;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What looks like somebody's name. Whoever fills in a form writes into a stranger's mailbox with it, so a mail to an
 * address that nobody proved has only such names.
 */
public final class LikelyName {

    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 6;

    /** Letters, and the marks on them. */
    private static final String LETTERS = "\\p{L}[\\p{L}\\p{M}]*";

    /** What may stand between letters: Jean-Pierre, D’Hondt, O'Hara. */
    private static final String LINK = "['’‘ʼ\\-‐‑]";

    /** A point ends a word, or follows one letter: between longer ones it makes an address of them. */
    private static final Pattern WORD = Pattern.compile(
            "%2$s?%1$s(?:%2$s%1$s)*[’']?\\.?|(?:-?\\p{L}\\p{M}*\\.){2,}".formatted(LETTERS, LINK));

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private LikelyName() {}

    /** The text, if it looks like a name: at most 60 characters, at most six words of letters. */
    public static Optional<String> in(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var words = SPACE.splitAsStream(typed).toList();
        return !words.isEmpty()
                && words.size() <= MOST_WORDS
                && words.stream().allMatch(WORD.asMatchPredicate())
                        ? Optional.of(typed)
                        : Optional.empty();
    }
}
