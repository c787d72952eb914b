package be.leerkring.feedback.report;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Reader;
import be.leerkring.testing.StartedRoom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The room in a network of twenty organisations, with an organiser and somebody else as its readers. */
final class ReportRoom implements AutoCloseable {

    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** Four spearhead clusters, fourteen innovative business networks, two others. */
    static final List<Organisation> ORGANISATIONS = IntStream.range(0, 20)
            .mapToObj(number -> new Organisation(
                    "org-" + number,
                    "Organisatie " + number,
                    number < 4
                            ? Kind.SPEARHEAD_CLUSTER
                            : number < 18 ? Kind.INNOVATIVE_BUSINESS_NETWORK : Kind.OTHER,
                    false))
            .toList();

    private final MovableClock clock;
    private final StartedRoom room;
    private final String cookie;

    ReportRoom(String now) {
        clock = MovableClock.at(Instant.parse(now));
        room = StartedRoom.at(clock);
        write(List.of(get(Organisations.class).putFirst(ORGANISATIONS)));
        var begun = get(SignIns.class).issue("organiser.an", new Organiser("an@example.org"));
        write(List.of(begun.write()));
        cookie = "__Host-desk=" + begun.token().text();
    }

    MovableClock clock() {
        return clock;
    }

    <T> T get(Class<T> bean) {
        return room.get(bean);
    }

    /** Somebody without a sign-in. */
    Reader reader() {
        return room.reader("", "nl");
    }

    Reader organiser() {
        return room.reader(cookie, "nl");
    }

    void write(List<Write> writes) {
        if (!(get(Table.class).write(writes) instanceof WriteOutcome.Written)) {
            throw new IllegalStateException("Refused: " + writes);
        }
    }

    /** A published session on this day, from half past one on. */
    static Session session(String id, LocalDate day) {
        var start = day.atTime(13, 30).atZone(BRUSSELS).toInstant();
        return new Session(
                id,
                new LocalizedText(Map.of("nl", "Sessie " + id)),
                LocalizedText.NONE,
                start,
                start.plus(Duration.ofHours(3)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(start.minus(Duration.ofDays(60))));
    }

    Session publish(Session session) {
        write(List.of(get(Sessions.class).put(session)));
        return session;
    }

    void close(Session session, SessionFigures figures) {
        write(List.of(get(Figures.class).close(session, figures)));
    }

    void answer(Session session, OptionalInt usefulness, OptionalInt recommend) {
        write(List.of(get(Figures.class).count(
                session, Optional.empty(), Optional.of(new Figures.Marks(usefulness, recommend)))));
    }

    @Override
    public void close() {
        room.close();
    }
}
