package be.leerkring.programme;

import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Slug;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What themes are called: the texts know some in every language, organisers make up others in their own words. */
@Singleton
public final class ThemeNames {

    static final int LONGEST = 60;

    private static final String PREFIX = "theme.";

    private final Languages languages;
    private final Map<String, String> idsByName;

    ThemeNames(Languages languages) {
        this.languages = languages;
        this.idsByName = languages.all().stream()
                .flatMap(language -> known().map(id -> Map.entry(Slug.of(name(id, language), LONGEST), id)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private Stream<String> known() {
        return languages.texts(languages.preferred()).keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()));
    }

    /** A theme's name for this reader. */
    String name(String id, Language reader) {
        return languages.texts(reader).find(PREFIX + id).orElseGet(() -> id.replace('-', ' '));
    }

    /** The names of the themes whose ids stand in this text, separated by commas. */
    public String names(String ids, Language reader) {
        return Arrays.stream(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> name(id, reader))
                .collect(Collectors.joining(", "));
    }

    /** The ids of the themes that somebody typed, in any of the network's languages; of one without letters, empty. */
    public List<String> ids(String typed) {
        return Arrays.stream(typed.split("[,;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> Slug.of(word, LONGEST))
                .map(slug -> idsByName.getOrDefault(slug, slug))
                .distinct()
                .toList();
    }

    /** The names to choose from: the known themes, and those that these sessions have. */
    public List<String> suggestions(List<Session> sessions, Language reader) {
        return Stream.concat(
                known(),
                sessions.stream().flatMap(session -> session.themes().stream()))
                .map(id -> name(id, reader))
                .distinct()
                .sorted()
                .toList();
    }
}
