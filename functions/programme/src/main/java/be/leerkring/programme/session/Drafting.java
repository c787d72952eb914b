package be.leerkring.programme.session;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.language.Slug;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes sessions that only organisers see, and takes them away. */
@Singleton
final class Drafting {

    /** A month and a number of two digits come after it, and an id has at most 60 characters. */
    private static final int LONGEST_NAME = 49;

    private static final Duration SAME_PRESS = Duration.ofMinutes(10);

    private static final String NAMELESS = "session";
    private static final int MOST_OF_A_NAME = 99;

    private final Table table;
    private final StoredSession.Reader reader;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Languages languages;
    private final Wording wording;
    private final ChangeLog log;
    private final NetworkTime time;
    private final Clock clock;

    Drafting(
            Table table,
            StoredSession.Reader reader,
            Sessions sessions,
            SeatCounts seatCounts,
            Languages languages,
            Wording wording,
            ChangeLog log,
            NetworkTime time,
            Clock clock) {
        this.table = table;
        this.reader = reader;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.languages = languages;
        this.wording = wording;
        this.log = log;
        this.time = time;
        this.clock = clock;
    }

    /**
     * A new draft with these values. The same again within {@link #SAME_PRESS} is a second press of the button.
     *
     * @param what the log's word for it
     * @param about what it was made from, in words; can be empty
     * @return its id
     */
    String make(SessionValues values, String what, String about, Organiser by) {
        for (int number = 1; number <= MOST_OF_A_NAME; number++) {
            var id = id(values, number);
            if (write(id, values, what, about, by) instanceof WriteOutcome.Written || wasMade(id, values)) {
                return id;
            }
        }
        throw new IllegalStateException("There are too many sessions like " + id(values, 1));
    }

    private boolean wasMade(String id, SessionValues values) {
        var same = SessionValues.of(values.in(blank(id), time), values.number("capacity"), time);
        return reader.find(id)
                .filter(stored -> clock.instant().isBefore(stored.session().edition().changed().plus(SAME_PRESS)))
                .filter(stored -> stored.values().equals(same))
                .isPresent();
    }

    /** The id of a session: its title and its month, and a number where that id is taken. */
    private String id(SessionValues values, int number) {
        var name = Slug.of(values.text("title." + languages.preferred()), LONGEST_NAME);
        var month = values.text("date").substring(0, "0000-00".length());
        return (name.isEmpty() ? NAMELESS : name) + "-" + month + (number == 1 ? "" : "-" + number);
    }

    private WriteOutcome write(String id, SessionValues values, String what, String about, Organiser by) {
        var session = values.in(blank(id), time);
        var capacity = values.number("capacity");
        var changes = wording.changes(SessionValues.NONE, SessionValues.of(session, capacity, time));
        return table.write(List.of(
                sessions.put(session),
                seatCounts.open(session, capacity, 0),
                log.entry(by, id, what, about, changes)));
    }

    private Session blank(String id) {
        return new Session(
                id,
                LocalizedText.NONE,
                LocalizedText.NONE,
                Instant.EPOCH,
                Instant.EPOCH.plus(Duration.ofHours(1)),
                new Session.Venue("", ""),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.drafted(clock.instant()));
    }

    /**
     * Takes a draft away, its seats with it; the network's log keeps what it was.
     *
     * @param seen what the organiser saw when they decided; empty for what stands there
     * @return the session where it stays, for it is another by now or published; empty where it is gone
     */
    Optional<StoredSession> delete(String id, Optional<SessionValues> seen, Organiser by) {
        return table.decide(() -> {
            var found = reader.find(id);
            if (found.isEmpty()) {
                return Decision.made(Optional.empty());
            }
            var stored = found.get();
            return !stored.isDraft() || !seen.orElse(stored.values()).equals(stored.values())
                    ? Decision.made(found)
                    : delete(stored, by).then(Optional.empty());
        });
    }

    private WriteOutcome delete(StoredSession stored, Organiser by) {
        var session = stored.session();
        return table.write(List.of(
                sessions.delete(session),
                seatCounts.delete(session.id(), stored.seats()),
                log.entry(
                        by,
                        ChangeLog.NETWORK,
                        "draft-deleted",
                        languages.texts(languages.preferred()).text(session.title()),
                        wording.changes(stored.values(), SessionValues.NONE))));
    }
}
