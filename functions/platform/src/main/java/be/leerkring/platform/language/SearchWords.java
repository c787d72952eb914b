package be.leerkring.platform.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that somebody searches by, whatever their case and accents: {@code financien} finds {@code Financiën}. */
public final class SearchWords {

    /** Nobody types more to find something; what follows is not looked at. */
    private static final int LONGEST = 200;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final List<String> words;

    private SearchWords(List<String> words) {
        this.words = words;
    }

    /** The words of what was typed, without the quotes or commas around them. */
    public static SearchWords of(String typed) {
        return new SearchWords(Arrays.stream(SPACE.split(folded(typed.substring(0, Math.min(typed.length(), LONGEST)))))
                .map(word -> AROUND.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }

    /** Whether there is nothing to search by, so that everything is found. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether every word stands in one of these texts; part of a longer word counts, as Dutch makes long ones. */
    public boolean areIn(Collection<String> texts) {
        var folded = folded(String.join("\n", texts));
        return words.stream().allMatch(folded::contains);
    }

    /**
     * A text as it is compared: decomposed, without accents, with one apostrophe, and in upper case by way of lower
     * case, which makes one of all forms of the Greek sigma and of the German sharp s.
     */
    public static String folded(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT);
    }
}
