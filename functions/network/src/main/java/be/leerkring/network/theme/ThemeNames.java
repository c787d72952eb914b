package be.leerkring.network.theme;

import be.leerkring.platform.language.Slug;
import be.leerkring.platform.language.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What themes are called: a language's texts know some by their ids, organisers make up others in their own words. The
 * id of such a one is its name as it was typed, with underscores for spaces, so that "Europa" stays what it is.
 */
public final class ThemeNames {

    private static final String PREFIX = "theme.";

    private ThemeNames() {}

    /** The name of the theme with this id; of one that organisers made up, what its id says. */
    public static String of(String id, Texts texts) {
        return texts.find(PREFIX + id).orElseGet(() -> id.replace('_', ' '));
    }

    /** The names of several themes, with commas between them. */
    public static String of(Collection<String> ids, Texts texts) {
        return ids.stream().map(id -> of(id, texts)).collect(Collectors.joining(", "));
    }

    /** Whether this can be a theme's id: in one piece, and with a letter or a digit. */
    public static boolean isId(String text) {
        return !slug(text).isEmpty() && text.chars().noneMatch(Character::isWhitespace);
    }

    /** What stands for the theme in an address; the same for "Europa" and "europa". */
    public static String slug(String id) {
        return Slug.of(id, TypedThemes.LONGEST);
    }

    /** These themes, each once: of one that was typed in several ways, the first. */
    public static List<String> distinct(Stream<String> ids) {
        return List.copyOf(ids.collect(
                Collectors.toMap(ThemeNames::slug, Function.identity(), (first, _) -> first, LinkedHashMap::new))
                .values());
    }

    /** The same themes, each as it is spelt among the others; one that is not among them stays as it is. */
    public static List<String> asSpelt(List<String> ids, List<String> others) {
        return ids.stream()
                .map(id -> others.stream()
                        .filter(other -> slug(other).equals(slug(id)))
                        .findFirst()
                        .orElse(id))
                .toList();
    }

    /** The ids of the themes whose names these texts know. */
    public static Stream<String> known(Texts texts) {
        return texts.keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()));
    }
}
