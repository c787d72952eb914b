package be.leerkring.programme;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Reader;
import be.leerkring.testing.StartedRoom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The room on an embedded table, as API Gateway reaches it: with its routes, its guard and its pages. */
public final class Desk implements AutoCloseable {

    private final StartedRoom room;

    public Desk(Clock clock) {
        this(clock, "nl,en");
    }

    public Desk(Clock clock, String languages) {
        room = StartedRoom.at(clock, Map.of("LANGUAGES", languages));
    }

    public <T> T get(Class<T> bean) {
        return room.get(bean);
    }

    public void write(Write... writes) {
        if (!(get(Table.class).write(List.of(writes)) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("Refused: " + List.of(writes));
        }
    }

    /** Puts a session into the table, with free seats. */
    public Session put(Session session, int capacity) {
        write(get(Sessions.class).put(session), get(SeatCounts.class).open(session, capacity, 0));
        return session;
    }

    public Session session(String id) {
        return get(Sessions.class).findAny(id).orElseThrow();
    }

    public Seats seats(String id) {
        var counts = get(SeatCounts.class);
        return counts.in(get(Table.class).read(List.of(counts.key(id))), id);
    }

    /** What a log says, the latest first. */
    public List<LogEntry> log(String which) {
        return get(ChangeLog.class).read(which, Optional.empty()).entries();
    }

    /** Somebody who reads Dutch and has not signed in. */
    public Reader stranger() {
        return room.reader("", "nl");
    }

    /** An organiser at the desk. */
    public Reader organiser(String name) {
        return organiser(name, "nl");
    }

    public Reader organiser(String name, String language) {
        var begun = get(SignIns.class).issue("organiser." + name, new Organiser(name + "@example.org"));
        write(begun.write());
        return room.reader("__Host-desk=" + begun.token().text(), language);
    }

    @Override
    public void close() {
        room.close();
    }
}
