package be.leerkring.organiser;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import be.leerkring.testing.StartedRoom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The room on an embedded table, as API Gateway reaches it, and an organiser at the desk. */
public final class OrganiserRoom implements AutoCloseable {

    static final Instant NOW = Instant.parse("2017-02-15T08:00:00Z");

    private final StartedRoom room = StartedRoom.at(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Reader an;

    public OrganiserRoom() {
        var begun = get(SignIns.class).issue("organiser.an", new Organiser("an@example.org"));
        write(begun.write());
        an = room.reader("__Host-desk=" + begun.token().text(), "nl");
    }

    public <T> T get(Class<T> bean) {
        return room.get(bean);
    }

    public void write(Write... writes) {
        if (!(get(Table.class).write(List.of(writes)) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("Refused: " + List.of(writes));
        }
    }

    public OrganisationList list() {
        return get(Organisations.class).read();
    }

    public Optional<Organisation> organisation(String id) {
        return list().find(id);
    }

    /** Starts the list anew. */
    public void put(Organisation... organisations) {
        write(get(Organisations.class).put(list().with(Arrays.asList(organisations))));
    }

    /** A published session in so many days, with free seats. */
    public Session session(String id, int days, AdmissionRules rules) {
        var start = NOW.plus(Duration.ofDays(days));
        var session = new Session(
                id,
                new LocalizedText(Map.of("nl", "Sessie " + id, "en", "Session " + id)),
                LocalizedText.NONE,
                start,
                start.plus(Duration.ofHours(3)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                rules,
                Edition.announced(NOW));
        write(get(Sessions.class).put(session), get(SeatCounts.class).open(session, 40, 0));
        return session;
    }

    public Seats seats(String session) {
        var counts = get(SeatCounts.class);
        return counts.in(get(Table.class).read(List.of(counts.key(session))), session);
    }

    /** The network's log, the latest first. */
    public List<LogEntry> log() {
        return get(ChangeLog.class).read(ChangeLog.NETWORK, Optional.empty()).entries();
    }

    /** The same, one line for each change. */
    public List<String> told() {
        return log().stream()
                .flatMap(entry -> entry.changes().stream().map(change -> entry.what() + " " + words(change)))
                .toList();
    }

    private static String words(Change change) {
        return change.field() + ": " + change.from() + " > " + change.to();
    }

    public Answer get(String path) {
        return an.get(path);
    }

    public Answer post(String path, Map<String, String> fields) {
        return an.post(path, fields);
    }

    /** Sends a form with a file, as browsers do. */
    public Answer upload(String path, byte[] file, Map<String, String> fields) {
        return an.upload(path, file, fields);
    }

    @Override
    public void close() {
        room.close();
    }
}
