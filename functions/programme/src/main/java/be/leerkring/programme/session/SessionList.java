package be.leerkring.programme.session;

import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page of all sessions: the drafts first, then those that are today or later, the next one first, then those that
 * were, the last one first.
 *
 * @param next names the last session of this page, after which the next page begins; empty where there is none
 */
public record SessionList(List<SessionList.Entry> entries, Optional<String> next) {

    /** What stands together. */
    enum Part {
        DRAFTS,
        COMING,
        PAST;

        /** As it is written in texts' keys and in addresses: {@code drafts}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A session and its seats.
     *
     * @param figures what was frozen when it was closed; empty where it is not
     */
    record Entry(Part part, Session session, Seats seats, Optional<SessionFigures> figures) {

        /** Whether somebody should close it. */
        boolean isToClose(Instant now) {
            return figures.isEmpty() && Figures.canBeClosed(session, now);
        }
    }

    /** The sessions of a part. */
    List<Entry> in(Part part) {
        return entries.stream().filter(entry -> entry.part() == part).toList();
    }

    /** A place in the list, as an address tells of it. */
    private record Cursor(Part part, Instant at, String id) {

        private static final String BETWEEN = "~";

        static Cursor of(Part part, Session session) {
            return new Cursor(part, session.start(), session.id());
        }

        /** Empty where it is none of ours. */
        static Optional<Cursor> read(String text) {
            var parts = text.split(BETWEEN, -1);
            try {
                return Optional.of(new Cursor(
                        Part.valueOf(parts[0].toUpperCase(Locale.ROOT)), Instant.parse(parts[1]), parts[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeParseException unreadable) {
                return Optional.empty();
            }
        }

        String text() {
            return part.code() + BETWEEN + at + BETWEEN + id;
        }
    }

    /** Reads a page: a query for each part that it shows, and one read of all the seats and figures. */
    @Singleton
    static final class Reader {

        private static final int PAGE = 50;

        private final Table table;
        private final Sessions sessions;
        private final SeatCounts seatCounts;
        private final Figures figures;
        private final NetworkTime time;
        private final Clock clock;

        Reader(
                Table table,
                Sessions sessions,
                SeatCounts seatCounts,
                Figures figures,
                NetworkTime time,
                Clock clock) {
            this.table = table;
            this.sessions = sessions;
            this.seatCounts = seatCounts;
            this.figures = figures;
            this.time = time;
            this.clock = clock;
        }

        /** The page that begins after this session; the first page where that names none. */
        SessionList read(Optional<String> after) {
            var place = after.flatMap(Cursor::read);
            var found = new ArrayList<Cursor>();
            var read = new HashMap<String, Session>();
            for (var part : Part.values()) {
                if (place.isEmpty() || part.compareTo(place.get().part()) >= 0) {
                    sessions(part, place.filter(known -> known.part() == part))
                            .limit(PAGE + 1L - found.size())
                            .forEach(session -> {
                                found.add(Cursor.of(part, session));
                                read.put(session.id(), session);
                            });
                }
            }
            var page = found.subList(0, Math.min(PAGE, found.size()));
            return new SessionList(
                    entries(page, read),
                    found.size() > PAGE ? Optional.of(page.getLast().text()) : Optional.empty());
        }

        private Stream<Session> sessions(Part part, Optional<Cursor> after) {
            var isPast = part == Part.PAST;
            var query = Query.of("programme = :part AND #at " + (isPast ? "<=" : ">=") + " :from")
                    .index("programme")
                    .name("#at", "at")
                    .with(":part", partition(part))
                    .with(":from", after.map(Cursor::at).orElseGet(() -> beginning(part)))
                    .forwards(!isPast)
                    .limit(PAGE + 1);
            after.ifPresent(place -> query.after(sessions.key(place.id()), entry(place)));
            return table.query(query).filter(Sessions::isSession).map(Sessions::session);
        }

        private static String partition(Part part) {
            return part == Part.DRAFTS ? Sessions.DRAFTS : Sessions.PROGRAMME;
        }

        /** What began this morning is not past before tomorrow. */
        private Instant beginning(Part part) {
            var today = time.local(clock.instant())
                    .toLocalDate()
                    .atStartOfDay(time.zone())
                    .toInstant();
            return switch (part) {
                case DRAFTS -> Instant.EPOCH;
                case COMING -> today;
                case PAST -> today.minusMillis(1);
            };
        }

        private Map<String, Attribute> entry(Cursor place) {
            return Map.of(
                    "programme", Item.text(partition(place.part())),
                    "at", Item.instant(place.at()));
        }

        private List<Entry> entries(List<Cursor> page, Map<String, Session> read) {
            if (page.isEmpty()) {
                return List.of();
            }
            var now = clock.instant();
            var found = table.read(page.stream()
                    .flatMap(place -> keys(read.get(place.id()), now))
                    .toList());
            // The index may still list a draft that was deleted a moment ago.
            return page.stream()
                    .filter(place -> found.containsKey(seatCounts.key(place.id())))
                    .map(place -> new Entry(
                            place.part(),
                            read.get(place.id()),
                            seatCounts.in(found, place.id()),
                            figures.in(found, read.get(place.id()))))
                    .toList();
        }

        /** Only a session that is over can have figures. */
        private Stream<Key> keys(Session session, Instant now) {
            return session.isAhead(now)
                    ? Stream.of(seatCounts.key(session.id()))
                    : Stream.of(seatCounts.key(session.id()), figures.key(session));
        }
    }
}
