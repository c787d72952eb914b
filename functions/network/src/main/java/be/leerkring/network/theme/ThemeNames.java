package be.leerkring.network.theme;

import be.leerkring.platform.language.Texts;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What themes are called: a language's texts know some, organisers make up others in their own words. */
public final class ThemeNames {

    private static final String PREFIX = "theme.";

    private ThemeNames() {}

    /** The name of the theme with this id; of one that organisers made up, what its id says. */
    public static String of(String id, Texts texts) {
        return texts.find(PREFIX + id).orElseGet(() -> id.replace('-', ' '));
    }

    /** The names of several themes, with commas between them. */
    public static String of(Collection<String> ids, Texts texts) {
        return ids.stream().map(id -> of(id, texts)).collect(Collectors.joining(", "));
    }

    /** The ids of the themes whose names these texts know. */
    public static Stream<String> known(Texts texts) {
        return texts.keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()));
    }
}
