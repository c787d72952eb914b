package be.leerkring.network.theme;

import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Slug;
import be.leerkring.platform.text.Folding;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Themes as organisers type them: by their names, with commas between them. */
@Singleton
public final class TypedThemes {

    static final int LONGEST = 60;

    /** Nothing has so many: of what somebody pours in, the rest is not looked at. */
    private static final int MOST = 100;

    private static final Pattern BETWEEN = Pattern.compile("[,;]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    private final Languages languages;
    private final Map<String, String> idsByName;

    public TypedThemes(Languages languages) {
        this.languages = languages;
        this.idsByName = languages.all().stream()
                .map(languages::texts)
                .flatMap(texts -> known().map(id -> Map.entry(Slug.of(ThemeNames.of(id, texts), LONGEST), id)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    }

    private Stream<String> known() {
        return ThemeNames.known(languages.texts(languages.preferred()));
    }

    /** The names of the themes whose ids stand in this text, with spaces between them. */
    public String names(String ids, Language reader) {
        return ThemeNames.of(
                Arrays.stream(ids.split(" ")).filter(id -> !id.isEmpty()).toList(), languages.texts(reader));
    }

    /** The ids of the themes that somebody typed, in any of the network's languages; of one without letters, empty. */
    public List<String> ids(String typed) {
        return ThemeNames.distinct(BETWEEN.splitAsStream(typed)
                .limit(MOST)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(this::id));
    }

    private String id(String word) {
        var slug = Slug.of(word, LONGEST);
        var unknown = slug.isEmpty() || word.length() > LONGEST ? slug : SPACE.matcher(word).replaceAll("_");
        return idsByName.getOrDefault(slug, unknown);
    }

    /** The names to choose from: the known themes, and those that these sessions have. */
    public List<String> suggestions(List<Session> sessions, Language reader) {
        var texts = languages.texts(reader);
        return ThemeNames.distinct(Stream.concat(
                known(),
                sessions.stream().flatMap(session -> session.themes().stream())))
                .stream()
                .map(id -> ThemeNames.of(id, texts))
                .sorted(Folding.alphabet())
                .toList();
    }
}
