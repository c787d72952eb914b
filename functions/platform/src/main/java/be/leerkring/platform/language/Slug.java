package be.leerkring.platform.language;

import be.leerkring.platform.text.Folding;
import java.util.regex.Pattern;

/** Makes ids that people can read out of titles and names. */
public final class Slug {

    /** More of a text is not looked at: no id that people can read comes of it. */
    private static final int READ = 1000;

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /**
     * The text as lower-case letters, digits and single hyphens between them: accents gone, letters of other scripts
     * than Latin and Greek left out. Empty where nothing is left.
     *
     * @param longest how many characters there are at most; it ends with a whole word where one of some length fits
     */
    public static String of(String text, int longest) {
        var read = text.substring(0, Math.min(text.length(), READ));
        var words = NEITHER_LETTER_NOR_DIGIT.matcher(Folding.plain(read)).replaceAll("-").replaceAll("^-|-$", "");
        return words.length() <= longest ? words : cut(words, longest);
    }

    private static String cut(String words, int longest) {
        var end = words.lastIndexOf('-', longest);
        return words.substring(0, end > longest / 2 ? end : longest);
    }
}
