package be.leerkring.programme;

import be.leerkring.network.seats.FreeSeats;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Standing;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.View;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the first page shows.
 *
 * @param coming the sessions to come, the next one first
 * @param past the sessions that were, the last one first
 * @param quotes what people said of them, the newest first
 */
public record Programme(List<Listed> coming, List<Listed> past, List<Quote> quotes) {

    /** A first page has room for so many; all of a session's stand on its own page. */
    private static final int QUOTES = 9;

    /** A session with its free seats, and where it stands by them. */
    public record Listed(Session session, FreeSeats seats, Standing standing) {

        static Listed at(Instant now, Session session, FreeSeats seats) {
            return new Listed(session, seats, Standing.of(session, seats, now));
        }

        /** What its card says of where it stands, in the reader's words; can be empty. */
        public String words(View view) {
            return standing.takesRegistrations() && !seats.isKnown()
                    ? ""
                    : standing.words("session.card", view, session, seats);
        }

        /** What a calendar says of where it stands; empty for what is over, and of it all calendars show. */
        public String news(View view) {
            return switch (standing) {
                case RUNNING, OVER -> "";
                case CANCELLED, ANNOUNCED, OPEN, FIRST, FULL, CLOSED ->
                    moved(view) + standing.words("calendar.standing", view, session, seats);
            };
        }

        private String moved(View view) {
            return session.wasMoved() ? view.text("calendar.moved") + " " : "";
        }
    }

    /** Reads the programme: one page of one index, the latest entries first. */
    @Singleton
    public static final class Reader {

        /**
         * Enough for the sessions to come, each with the entry of its seats, and some years of sessions and quotes
         * before them.
         */
        private static final int ENTRIES = 150;

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
        var seats = entries.stream()
                .filter(SeatCounts::isSeats)
                .collect(Collectors.toMap(SeatCounts::session, SeatCounts::freeSeats));
        var sessions = entries.stream()
                .filter(Sessions::isSession)
                .map(Sessions::session)
                .map(session -> Listed.at(now, session, seatsOf(session, seats)))
                .toList();
        return new Programme(
                sessions.stream()
                        .filter(listed -> listed.session().isAhead(now))
                        .sorted(Comparator.comparing(listed -> listed.session().start()))
                        .toList(),
                sessions.stream().filter(listed -> !listed.session().isAhead(now)).toList(),
                entries.stream().filter(Quotes::isQuote).map(Quotes::quote).limit(QUOTES).toList());
    }

    /** An index follows its table a moment later: of a session that has just moved, both entries need not be here. */
    private static FreeSeats seatsOf(Session session, Map<String, FreeSeats> seats) {
        return seats.getOrDefault(session.id(), FreeSeats.UNKNOWN);
    }

    /** All sessions, the earliest first. */
    public List<Session> sessions() {
        return listed().stream().map(Listed::session).toList();
    }

    /** The same, each with where it stands. */
    public List<Listed> listed() {
        return Stream.concat(past.reversed().stream(), coming.stream())
                .toList();
    }
}
