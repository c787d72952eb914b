package be.leerkring.programme.knowledge;

import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.text.Folding;
import be.leerkring.platform.web.View;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page with the network's knowledge shows.
 *
 * @param entries those that were asked for, the newest first
 * @param themes of all entries, and the one that was asked for
 * @param sessions to which entries belong, by their ids, as far as they were read
 * @param all whether there are no older entries than those that were looked through
 */
public record KnowledgeFound(
        KnowledgeSearch search,
        List<KnowledgeEntry> entries,
        List<String> themes,
        Map<String, Session> sessions,
        boolean all) {

    /** Entries of more sessions than one round trip reads are further down than anybody goes. */
    private static final int MOST_SESSIONS = 100;

    /** Looks through the newest entries: some hundreds at most, which takes no index of words. */
    @Singleton
    static final class Reader {

        private final Knowledge knowledge;
        private final Sessions sessions;
        private final Table table;
        private final Languages languages;

        Reader(Knowledge knowledge, Sessions sessions, Table table, Languages languages) {
            this.knowledge = knowledge;
            this.sessions = sessions;
            this.table = table;
            this.languages = languages;
        }

        KnowledgeFound read(KnowledgeSearch search) {
            var newest = knowledge.newest();
            return new KnowledgeFound(
                    search,
                    search.in(newest, languages),
                    themes(newest, search),
                    Map.of(),
                    newest.size() < Knowledge.MOST);
        }

        /** The same, and the sessions to which the entries belong, but for drafts: one more round trip. */
        KnowledgeFound readWithSessions(KnowledgeSearch search) {
            var found = read(search);
            var ids = found.entries.stream()
                    .flatMap(entry -> entry.session().stream())
                    .distinct()
                    .limit(MOST_SESSIONS)
                    .toList();
            var items = table.read(ids.stream().map(sessions::key).toList());
            var known = ids.stream()
                    .flatMap(id -> sessions.in(items, id).stream())
                    .collect(Collectors.toMap(Session::id, Function.identity()));
            return new KnowledgeFound(search, found.entries, found.themes, known, found.all);
        }
    }

    /** The session to which an entry belongs, if visitors can see it. */
    Optional<Session> session(KnowledgeEntry entry) {
        return entry.session().map(sessions::get);
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
