package be.leerkring.platform.language;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes ids that people can read out of titles and names. */
public final class Slug {

    /** More of a text is not looked at: no id that people can read comes of it. */
    private static final int READ = 1000;

    private static final Pattern MARK = Pattern.compile("[\\p{M}'’]+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^a-z0-9]+");

    /** Letters that have no other letter as their base. Greek is written letter by letter, and its ου as we say it. */
    private static final Map<String, String> LATIN = Map.ofEntries(
            entry("ß", "ss"), entry("æ", "ae"), entry("œ", "oe"), entry("ø", "o"),
            entry("ł", "l"),
            entry("đ", "d"), entry("ð", "d"), entry("þ", "th"), entry("ı", "i"),
            entry("ħ", "h"),
            entry("α", "a"), entry("β", "v"), entry("γ", "g"), entry("δ", "d"),
            entry("ε", "e"),
            entry("ζ", "z"), entry("η", "i"), entry("θ", "th"), entry("ι", "i"),
            entry("κ", "k"),
            entry("λ", "l"), entry("μ", "m"), entry("ν", "n"), entry("ξ", "x"),
            entry("ο", "o"),
            entry("π", "p"), entry("ρ", "r"), entry("σ", "s"), entry("ς", "s"),
            entry("τ", "t"),
            entry("υ", "y"), entry("φ", "f"), entry("χ", "ch"), entry("ψ", "ps"),
            entry("ω", "o"),
            entry("ου", "ou"));

    private static final Pattern NOT_LATIN = Pattern
            .compile("ου|[ßæœøłđðþıħα-ω]");

    private Slug() {}

    /**
     * The text as lower-case letters, digits and single hyphens between them: accents gone, letters of other scripts
     * than Latin and Greek left out. Empty where nothing is left.
     *
     * @param longest how many characters there are at most; it ends with a whole word where one of some length fits
     */
    public static String of(String text, int longest) {
        var read = text.substring(0, Math.min(text.length(), READ));
        var plain = MARK.matcher(Normalizer.normalize(read, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT))
                .replaceAll("");
        var latin = NOT_LATIN.matcher(plain).replaceAll(found -> LATIN.get(found.group()));
        var words = NEITHER_LETTER_NOR_DIGIT.matcher(latin).replaceAll("-").replaceAll("^-|-$", "");
        return words.length() <= longest ? words : cut(words, longest);
    }

    private static String cut(String words, int longest) {
        var end = words.lastIndexOf('-', longest);
        return words.substring(0, end > longest / 2 ? end : longest);
    }
}
