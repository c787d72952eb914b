package be.leerkring.programme;

import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the first page shows.
 *
 * @param coming the sessions to come, the next one first
 * @param past the sessions that were, the last one first
 * @param quotes what people said of them, the newest first
 */
public record Programme(List<Session> coming, List<Session> past, List<Quote> quotes) {

    /** A first page has room for so many; all of a session's stand on its own page. */
    private static final int QUOTES = 9;

    /** Reads the programme: one page of one index, the latest entries first. */
    @Singleton
    public static final class Reader {

        /** Enough for the sessions to come and some years of sessions and quotes before them. */
        private static final int ENTRIES = 100;

        private final Table table;
        private final Clock clock;

        Reader(Table table, Clock clock) {
            this.table = table;
            this.clock = clock;
        }

        public Programme read() {
            return of(entries(), clock.instant());
        }

        private List<Item> entries() {
            return table.queryPage(Query.of("programme = :programme")
                    .index("programme")
                    .with(":programme", Sessions.PROGRAMME)
                    .backwards()
                    .limit(ENTRIES));
        }
    }

    private static Programme of(List<Item> entries, Instant now) {
        var sessions = entries.stream().filter(Sessions::isSession).map(Sessions::session).toList();
        return new Programme(
                sessions.stream()
                        .filter(session -> session.isAhead(now))
                        .sorted(Comparator.comparing(Session::start))
                        .toList(),
                sessions.stream().filter(session -> !session.isAhead(now)).toList(),
                entries.stream().filter(Quotes::isQuote).map(Quotes::quote).limit(QUOTES).toList());
    }

    /** All sessions, the earliest first. */
    public List<Session> sessions() {
        return Stream.concat(past.reversed().stream(), coming.stream())
                .toList();
    }
}
