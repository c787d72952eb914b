package be.leerkring.platform.text;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text as whoever types plain letters would type it: {@code lukasz} for Łukasz, {@code dhondt} for D’Hondt. It is what
 * the Unicode Collation Algorithm (UTS 10) calls primary strength, but that Latin letters of any make and Greek ones
 * become those of the English alphabet. Searching, sorting, and telling whether two names are the same all ask here.
 */
public final class Folding {

    /**
     * The characters that Unicode does not decompose, and what becomes of each: apostrophes, which go; Latin letters,
     * as CLDR's transliteration to ASCII has them, or as the language that uses them does; and Greek ones.
     */
    private static final Map<Integer, String> TABLE = table(
            "'= `= ‘= ’= ‛= ′= ʹ= ʻ= ʼ= ʽ= ʾ= ʿ= ꞌ= ·=",
            "ß=ss æ=ae ð=d ø=o þ=th đ=d ħ=h ı=i ĸ=q ł=l ŋ=n œ=oe ŧ=t",
            "ƀ=b ƃ=b ƈ=c ƌ=d ƒ=f ƕ=hv ƙ=k ƚ=l ƞ=n ƣ=oi ƥ=p ƫ=t ƭ=t ƴ=y ƶ=z ǝ=e ǥ=g ȡ=d ȥ=z ȴ=l ȵ=n ȶ=t ȷ=j ȸ=db",
            "ȹ=qp ȼ=c ȿ=s ɀ=z ɇ=e ɉ=j ɍ=r ɏ=y ɓ=b ɔ=o ɖ=d ɗ=d ə=a ɛ=e ɠ=g ɣ=g ɨ=i ɩ=i ɫ=l ɲ=n ʃ=sh ʈ=t ʉ=u ʊ=u ʋ=v",
            "ʒ=z ẜ=s ẝ=s ỻ=ll ỽ=v ỿ=y ⱡ=l ⱥ=a ⱦ=t ⱨ=h ⱪ=k ⱬ=z",
            "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch",
            "ψ=ps ω=o");

    /** Greek is written letter by letter, but for this pair: ou, as it is said. */
    private static final String PAIR = "ου";

    private static final int MINUS = 0x2212;
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The accent that many keyboards have in the place of the apostrophe; it decomposes into a space. */
    private static final char ACUTE = '´';

    private Folding() {}

    private static Map<Integer, String> table(String... lines) {
        var table = new LinkedHashMap<Integer, String>();
        Stream.of(lines)
                .flatMap(line -> Stream.of(line.split(" ")))
                .forEach(pair -> table.put(pair.codePointAt(0), pair.substring(pair.indexOf('=') + 1)));
        return table;
    }

    /**
     * The text in plain letters: lower case, without accents and apostrophes, with one kind of hyphen. What is no
     * letter of Latin or Greek stays. It can be eighteen times as long: look at the length before.
     */
    public static String plain(String text) {
        var decomposed = Normalizer.normalize(text.replace(ACUTE, '\''), Normalizer.Form.NFKD);
        var plain = new StringBuilder(decomposed.length());
        int before = 0;
        for (int at = 0; at < decomposed.length(); at += Character.charCount(decomposed.codePointAt(at))) {
            var codePoint = Character.toLowerCase(decomposed.codePointAt(at));
            if (!isIgnored(codePoint)) {
                append(plain, before, codePoint);
                before = codePoint;
            }
        }
        return plain.toString();
    }

    private static boolean isIgnored(int codePoint) {
        return codePoint >= 0x80
                && (Character.getType(codePoint) == Character.NON_SPACING_MARK || TypedText.isIgnorable(codePoint));
    }

    private static void append(StringBuilder plain, int before, int codePoint) {
        if (isOrdinary(codePoint)) {
            plain.append((char) codePoint);
        } else if (before == PAIR.charAt(0) && codePoint == PAIR.charAt(1)) {
            plain.append('u');
        } else if (TABLE.containsKey(codePoint)) {
            plain.append(TABLE.get(codePoint));
        } else {
            var isHyphen = Character.getType(codePoint) == Character.DASH_PUNCTUATION || codePoint == MINUS;
            plain.appendCodePoint(isHyphen ? '-' : codePoint);
        }
    }

    /** What most text is of: lists of hundreds of people are sorted by it. */
    private static boolean isOrdinary(int codePoint) {
        return codePoint == ' '
                || (codePoint >= 'a' && codePoint <= 'z')
                || (codePoint >= '0' && codePoint <= '9');
    }

    /** The letters and digits of {@link #plain} alone: the same for names that differ in nothing that one hears. */
    public static String letters(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(plain(text)).replaceAll("");
    }

    /** The order of an alphabet in which letters with accents stand among those without; never 0 for two texts. */
    public static Comparator<String> alphabet() {
        return Comparator.comparing(Folding::plain).thenComparing(Comparator.naturalOrder());
    }

    /** The characters that only a table tells, for a script: {@code ł=l æ=ae}, in the order in which to look. */
    public static String listed() {
        return TABLE.entrySet().stream()
                .map(entry -> Character.toString(entry.getKey()) + "=" + entry.getValue())
                .collect(joining(" ", PAIR + "=ou ", ""));
    }
}
