package be.leerkring.network.mailing;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The people of sessions, and a mailing to them, on an embedded table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MailedPeople {

    /** As many as a transaction writes. */
    private static final int AT_ONCE = 100;

    final MovableClock clock = MovableClock.at(Instant.parse("2017-03-24T09:00:00Z"));
    private final TestDatabase database = TestDatabase.open();
    final Table table = new Table(database.client(), TestDatabase.TABLE, clock);
    final Marks marks = new Marks(table, clock);
    final Mailings mailings = new Mailings(table, marks, clock);
    private int sessions;

    MailedPeople() {}

    @AfterAll
    void close() {
        database.close();
    }

    /** One that nobody had before, with so many people who come. */
    Session session(int people) {
        sessions++;
        var session = new Session(
                "sessie-" + sessions,
                new LocalizedText(Map.of("nl", "Samen leren")),
                LocalizedText.NONE,
                Instant.parse("2017-03-23T12:30:00Z"),
                Instant.parse("2017-03-23T16:00:00Z"),
                new Session.Venue("Zaal", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(),
                false,
                AdmissionRules.NONE,
                Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
        IntStream.range(0, people)
                .mapToObj(number -> write(participant(session, number, RegistrationState.CONFIRMED)))
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(table::attempt);
        return session;
    }

    static Participant participant(Session session, int number, RegistrationState state) {
        var address = new EmailAddress("lezer-" + number + "@example.org");
        return new Participant(
                session.id(), address.derive(session.id()), "Lezer " + number, address, "", "Cluster",
                Organisation.Kind.OTHER, "", new Language("nl"), state);
    }

    private static Write write(Participant participant) {
        return Write.put(
                participant.writeTo(Item.at(Participants.key(participant.session(), participant.person()))));
    }

    void put(Participant participant) {
        table.attempt(List.of(write(participant)));
    }

    static Mark.MailingKey key(Session session) {
        return new Mark.MailingKey(session.id(), "proef", 1);
    }

    static boolean comes(Participant participant) {
        return participant.state() != RegistrationState.CANCELLED;
    }

    static List<Write> mail(Participant participant) {
        return List.of(Write.putNew(Item.at(mailOf(participant)).with("state", participant.state().name())));
    }

    private static Key mailOf(Participant participant) {
        return new Key("MAIL#" + participant.session(), participant.person());
    }

    Mailing<Participant> everybody(Session session) {
        return new Mailing<>(
                session, key(session), new Readers.Everybody(), Participant::readFrom, MailedPeople::comes,
                MailedPeople::mail);
    }

    Mailing<Participant> listed(Session session, int people) {
        var keys = IntStream.range(0, people)
                .mapToObj(number -> participant(session, number, RegistrationState.CONFIRMED).person())
                .toList();
        return new Mailing<>(
                session, key(session), new Readers.Listed(keys), Participant::readFrom, MailedPeople::comes,
                MailedPeople::mail);
    }

    Mark run(Mailing<Participant> mailing) {
        mailings.finish(mailing.key(), _ -> Optional.of(mailing), Run.begin());
        return marks.find(mailing.key());
    }

    /** The people who were mailed, and as what. */
    Map<String, String> mailed(Session session) {
        return table.query(Query.of("pk = :session").with(":session", "MAIL#" + session.id()).consistent())
                .collect(Collectors.toMap(item -> item.key().sort(), item -> item.required("state")));
    }

    Stream<Mailing<Participant>> both(int people) {
        return Stream.of(everybody(session(people)), listed(session(people), people));
    }
}
