package be.leerkring.programme.knowledge;

import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.SearchWords;
import be.leerkring.platform.web.FormText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody looks for in the network's knowledge.
 *
 * @param words as they were typed; empty for any
 * @param theme what stands in an address for a theme; empty for any
 * @param kind empty for any
 */
record KnowledgeSearch(String words, String theme, Optional<KnowledgeEntry.Kind> kind) {

    /** As many characters as the field takes. */
    static final int LONGEST = 100;

    /** The search that an address asks for. What can't be a theme or a kind limits nothing. */
    static KnowledgeSearch of(FormText text) {
        var words = text.line("q").replaceAll("\\p{Cc}+", " ");
        var theme = text.line("theme");
        return new KnowledgeSearch(
                words.substring(0, Math.min(words.length(), LONGEST)),
                theme.matches("[a-z0-9-]{1,60}") ? theme : "",
                KnowledgeEntry.Kind.withCode(text.line("kind")));
    }

    /** Whether it asks for everything there is. */
    boolean isEmpty() {
        return words.isEmpty() && theme.isEmpty() && kind.isEmpty();
    }

    /** The entries that it asks for, in the order in which they came. */
    List<KnowledgeEntry> in(List<KnowledgeEntry> entries, Languages languages) {
        var wanted = SearchWords.of(words);
        return entries.stream()
                .filter(entry -> kind.filter(other -> other != entry.kind()).isEmpty())
                .filter(entry -> theme.isEmpty()
                        || entry.themes().stream().map(ThemeNames::slug).anyMatch(theme::equals))
                .filter(entry -> wanted.isEmpty() || wanted.areInAnyNumberIn(texts(entry, languages)))
                .toList();
    }

    /** All that an entry says, in every language: whoever reads one of them may well know the other's word. */
    private static List<String> texts(KnowledgeEntry entry, Languages languages) {
        var written = Stream.of(entry.title(), entry.summary())
                .flatMap(text -> text.byLanguage().values().stream());
        var themes = languages.all().stream()
                .map(languages::texts)
                .map(texts -> ThemeNames.of(entry.themes(), texts));
        var ids = entry.themes().stream().map(id -> id.replace('-', ' '));
        return Stream.of(written, Stream.of(entry.reference()), themes, ids).flatMap(texts -> texts).toList();
    }
}
