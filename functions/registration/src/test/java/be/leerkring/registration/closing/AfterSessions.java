package be.leerkring.registration.closing;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.emulator.MovableClock;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.registration.Crowd;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** Sessions of which it is to be said who was there. */
abstract class AfterSessions {

    static final Organiser ORGANISER = RegistrationRoom.ORGANISER;

    /** A Thursday, the end of the session in March. */
    static final Instant END = Instant.parse("2017-03-23T16:00:00Z");

    /** Nine in Brussels on the Friday. */
    static final Instant FRIDAY = Instant.parse("2017-03-24T08:00:00Z");

    final MovableClock clock = MovableClock.at(Instant.parse("2017-03-23T12:00:00Z"));
    final RegistrationRoom room = new RegistrationRoom(clock);
    final Session session = room.publish(RegistrationRoom.session("maart", AdmissionRules.NONE), 30);

    @AfterEach
    void close() {
        Cut.nowhere();
        room.close();
    }

    /** Another session, so many days later than the one in March. */
    Session session(String id, int days) {
        var march = RegistrationRoom.session(id, AdmissionRules.NONE);
        var later = Duration.ofDays(days);
        return room.publish(
                new Session(
                        id, march.title(), march.summary(), march.start().plus(later), march.end().plus(later),
                        march.venue(), march.audience(), List.of(), List.of(), false, AdmissionRules.NONE,
                        march.edition()),
                30);
    }

    void people(Session of, RegistrationState state, String... names) {
        record(of, Stream.of(names)
                .map(name -> participant(of, state, name, "vil", "VIL", Kind.SPEARHEAD_CLUSTER)));
    }

    void person(Session of, RegistrationState state, String name, String id, String organisation, Kind kind) {
        record(of, Stream.of(participant(of, state, name, id, organisation, kind)));
    }

    private void record(Session of, Stream<Participant> people) {
        Crowd.record(room, of, people, of.start().minus(Duration.ofDays(3)));
    }

    private static Participant participant(
            Session of, RegistrationState state, String name, String id, String organisation, Kind kind) {
        var address = new EmailAddress(RegistrationRoom.address(name));
        return new Participant(
                of.id(), address.derive(of.id()), name, address, id, organisation, kind, "",
                new Language("nl"), state)
                .known(address.derive(of.id()), address.derive("network"));
    }

    RegistrationState state(String name) {
        return room.registration(session, name).state();
    }

    void close(Session over) {
        room.get(ClosingSession.class).close(over, ORGANISER);
    }

    Optional<SessionFigures> figures(Session of) {
        var figures = room.get(Figures.class);
        return Cut.aside(() -> figures.in(room.get(Table.class).read(List.of(figures.key(of))), of));
    }

    SessionFigures frozen(Session of) {
        return figures(of).orElseThrow();
    }

    List<LogEntry> log(String what) {
        var found = new ArrayList<LogEntry>();
        var before = Optional.<String>empty();
        do {
            var page = room.get(ChangeLog.class).read(session.id(), before);
            page.entries().stream().filter(entry -> entry.what().equals(what)).forEach(found::add);
            before = page.end();
        } while (before.isPresent());
        return found;
    }

    /** The organisers' addresses that were told, and the mails' texts. */
    List<String> told() {
        return room.outbox()
                .filter(mail -> mail.key().sort().startsWith("closing#"))
                .map(mail -> mail.required("to") + "\n" + room.text(mail))
                .sorted()
                .toList();
    }
}
