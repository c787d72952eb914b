package be.leerkring.organiser.importing;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.text.Folding;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words by which a file's headings and kinds are known, in every language of the network. */
@Singleton
final class ImportWords {

    /** Below this many known headings, a line without the heading of a name is none of headings. */
    private static final int ENOUGH = 2;

    private static final int LONGEST = 200;

    private final Map<String, ImportTable.Column> columns = new HashMap<>();
    private final Map<String, Organisation.Kind> kinds = new HashMap<>();

    ImportWords(Languages languages) {
        for (var language : languages.all()) {
            var texts = languages.texts(language);
            for (var column : ImportTable.Column.values()) {
                var code = column.name().toLowerCase(Locale.ROOT);
                words(texts.text("import.column." + code)).forEach(word -> columns.put(word, column));
            }
            for (var kind : Organisation.Kind.values()) {
                words(texts.text("import.kind." + kind.code())).forEach(word -> kinds.put(word, kind));
                kinds.put(plain(texts.text("people.kind." + kind.code())), kind);
                kinds.put(plain(texts.text("organisation.kind." + kind.code())), kind);
                kinds.put(plain(kind.code()), kind);
            }
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",")).map(ImportWords::plain).toList();
    }

    /** The letters and digits alone, plain; nothing of what is longer than any word known. */
    private static String plain(String text) {
        return text.length() > LONGEST ? "" : Folding.letters(text);
    }

    Optional<Organisation.Kind> kind(String word) {
        return Optional.ofNullable(kinds.get(plain(word)));
    }

    Optional<ImportTable.Column> column(String heading) {
        return Optional.ofNullable(columns.get(plain(heading)));
    }

    /** The headings that nobody knows. */
    List<String> unknown(List<String> headings) {
        return headings.stream()
                .filter(heading -> !heading.isEmpty() && column(heading).isEmpty())
                .toList();
    }

    boolean areHeadings(List<String> cells) {
        var known = cells.stream().flatMap(cell -> column(cell).stream()).distinct().toList();
        return known.contains(ImportTable.Column.NAME) || known.size() >= ENOUGH;
    }

    /**
     * The column of each cell under these headings, null for one that is left alone; in their own order without any.
     */
    List<ImportTable.Column> columns(List<String> cells) {
        var found = new ArrayList<ImportTable.Column>();
        if (areHeadings(cells)) {
            cells.forEach(cell -> found.add(column(cell).orElse(null)));
        } else {
            found.addAll(List.of(ImportTable.Column.values()));
        }
        return found;
    }
}
