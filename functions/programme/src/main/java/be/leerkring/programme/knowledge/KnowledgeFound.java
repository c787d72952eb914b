package be.leerkring.programme.knowledge;

import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.text.Folding;
import be.leerkring.platform.web.View;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the page with the network's knowledge shows.
 *
 * @param entries those that were asked for, the newest first
 * @param themes of all entries, and the one that was asked for
 * @param all whether there are no older entries than those that were looked through
 */
public record KnowledgeFound(KnowledgeSearch search, List<KnowledgeEntry> entries, List<String> themes, boolean all) {

    /** Looks through the newest entries: some hundreds at most, which takes no index of words. */
    @Singleton
    static final class Reader {

        private final Knowledge knowledge;
        private final Languages languages;

        Reader(Knowledge knowledge, Languages languages) {
            this.knowledge = knowledge;
            this.languages = languages;
        }

        KnowledgeFound read(KnowledgeSearch search) {
            var newest = knowledge.newest();
            return new KnowledgeFound(
                    search, search.in(newest, languages), themes(newest, search), newest.size() < Knowledge.MOST);
        }
    }

    private static List<String> themes(List<KnowledgeEntry> entries, KnowledgeSearch search) {
        return ThemeNames.distinct(
                Stream.concat(entries.stream().flatMap(entry -> entry.themes().stream()), Stream.of(search.theme()))
                        .filter(theme -> !theme.isEmpty()));
    }

    /** The themes as a reader looks for them: by their names. */
    List<String> themes(View view) {
        return themes.stream()
                .sorted(Comparator.comparing(id -> ThemeNames.of(id, view.texts()), Folding.alphabet()))
                .toList();
    }
}
