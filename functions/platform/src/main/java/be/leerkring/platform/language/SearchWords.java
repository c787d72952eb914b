package be.leerkring.platform.language;

import be.leerkring.platform.text.Folding;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words that somebody searches by, in plain letters or not: {@code financien} finds {@code Financiën}. The script
 * of the page at the door searches in the same way.
 */
public final class SearchWords {

    /** Nobody types more to find something; what follows is not looked at. */
    private static final int LONGEST = 200;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}-]+");
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final List<String> words;

    private SearchWords(List<String> words) {
        this.words = words;
    }

    /** The words of what was typed, without the quotes or commas around them. */
    public static SearchWords of(String typed) {
        var looked = typed.substring(0, Math.min(typed.length(), LONGEST));
        return new SearchWords(Arrays.stream(SPACE.split(Folding.plain(looked)))
                .map(word -> AROUND.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }

    /** Whether there is nothing to search by, so that everything is found. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Whether every word stands in one of these texts; part of a longer word counts, as Dutch makes long ones, and
     * hyphens do not.
     */
    public boolean areIn(Collection<String> texts) {
        var plain = plain(texts);
        return words.stream().allMatch(plain::contains);
    }

    /**
     * The same, where a singular finds its plural and a plural its singular: for what somebody wrote, where
     * {@link #areIn} is for names. Of a longer word, the other form has to be the end.
     */
    public boolean areInAnyNumberIn(Collection<String> texts) {
        var plain = plain(texts);
        return words.stream()
                .allMatch(word -> plain.contains(word)
                        || WordForms.of(word).stream().anyMatch(form -> isEndIn(plain, form)));
    }

    private static String plain(Collection<String> texts) {
        return Folding.plain(String.join("\n", texts)).replace("-", "");
    }

    private static boolean isEndIn(String plain, String form) {
        int at = plain.indexOf(form);
        while (at >= 0) {
            int end = at + form.length();
            if (end == plain.length() || !Character.isLetterOrDigit(plain.charAt(end))) {
                return true;
            }
            at = plain.indexOf(form, at + 1);
        }
        return false;
    }
}
