package be.leerkring.programme.session;

import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** A session with its seats as they stand in the table, and what organisers can change about them. */
public record StoredSession(Session session, Seats seats, SessionValues values) {

    /** Finds sessions, drafts too. */
    @Singleton
    static final class Reader {

        private final Table table;
        private final Sessions sessions;
        private final SeatCounts seatCounts;
        private final NetworkTime time;

        Reader(Table table, Sessions sessions, SeatCounts seatCounts, NetworkTime time) {
            this.table = table;
            this.sessions = sessions;
            this.seatCounts = seatCounts;
            this.time = time;
        }

        /** The session with this id, if there is one: one round trip. */
        Optional<StoredSession> find(String id) {
            var found = table.read(List.of(sessions.key(id), seatCounts.key(id)));
            return sessions.anyIn(found, id).map(session -> {
                var seats = seatCounts.in(found, id);
                return new StoredSession(
                        session, seats, SessionValues.of(session, seats.capacity(), time));
            });
        }
    }

    boolean isDraft() {
        return session.edition().draft();
    }

    boolean isPublished() {
        return !isDraft() && !session.cancelled();
    }

    /** What no form changes: those who registered are told of it. What was not known yet can be filled in. */
    public List<String> fixed() {
        return isDraft()
                ? List.of()
                : SessionValues.OF_THE_APPOINTMENT.stream().filter(values.byField()::containsKey).toList();
    }

    /** What its form shows as it stands now. */
    SessionForm form(SessionForm.Words words) {
        return SessionForm.of(values, values, words);
    }
}
