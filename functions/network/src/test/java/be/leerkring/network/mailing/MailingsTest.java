package be.leerkring.network.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.leerkring.emulator.MovableClock;
import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.testing.Cut;
import be.leerkring.testing.StartedRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody gets one mail, whatever happens on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailingsTest {

    /** As many as a transaction writes. */
    private static final int AT_ONCE = 100;

    private static final int TWO_PAGES_AND_MORE = 2 * Mailings.AT_ONCE + 7;

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-24T09:00:00Z"));
    private final EmbeddedDynamoDb database = StartedRoom.table();
    private final Table table = new Table(database.client(), StartedRoom.TABLE);
    private final Marks marks = new Marks(table, clock);
    private final Mailings mailings = new Mailings(table, marks, clock);
    private int sessions;

    MailingsTest() {}

    @AfterEach
    void cutNowhere() {
        Cut.nowhere();
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** One that nobody had before, with so many people who come. */
    private Session session(int people) {
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
                Session.Edition.announced(Instant.parse("2017-01-01T00:00:00Z")));
        IntStream.range(0, people)
                .mapToObj(number -> write(participant(session, number, RegistrationState.CONFIRMED)))
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(table::attempt);
        return session;
    }

    private static Participant participant(Session session, int number, RegistrationState state) {
        var address = new EmailAddress("lezer-" + number + "@example.org");
        return new Participant(
                session.id(), address.personAt(session.id()), "Lezer " + number, address, "", "Cluster",
                Organisation.Kind.OTHER, "", new Language("nl"), state);
    }

    private static Write write(Participant participant) {
        return Write.put(
                participant.writeTo(Item.at(Participants.key(participant.session(), participant.person()))));
    }

    private void put(Participant participant) {
        table.attempt(List.of(write(participant)));
    }

    private static Mark.MailingKey place(Session session) {
        return new Mark.MailingKey(session.id(), "proef", 1);
    }

    private static boolean comes(Participant participant) {
        return participant.state() != RegistrationState.CANCELLED;
    }

    private static List<Write> mail(Participant participant) {
        return List.of(Write.putNew(Item.at(mailOf(participant)).with("state", participant.state().name())));
    }

    private static Key mailOf(Participant participant) {
        return new Key("MAIL#" + participant.session(), participant.person());
    }

    private Mailing<Participant> everybody(Session session) {
        return new Mailing<>(
                session, place(session), new Readers.Everybody(), Participant::readFrom, MailingsTest::comes,
                MailingsTest::mail);
    }

    private Mailing<Participant> listed(Session session, int people) {
        var keys = IntStream.range(0, people)
                .mapToObj(number -> participant(session, number, RegistrationState.CONFIRMED).person())
                .toList();
        return new Mailing<>(
                session, place(session), new Readers.Listed(keys), Participant::readFrom, MailingsTest::comes,
                MailingsTest::mail);
    }

    private Mark run(Mailing<Participant> mailing) {
        mailings.finish(mailing.place(), _ -> Optional.of(mailing), Run.begin());
        return marks.find(mailing.place());
    }

    /** The people who were mailed, and as what. */
    private Map<String, String> mailed(Session session) {
        return table.query(Query.of("pk = :session").with(":session", "MAIL#" + session.id()).consistent())
                .collect(Collectors.toMap(item -> item.key().sort(), item -> item.required("state")));
    }

    private Stream<Mailing<Participant>> both(int people) {
        return Stream.of(everybody(session(people)), listed(session(people), people));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Mailings.AT_ONCE - 1, Mailings.AT_ONCE, TWO_PAGES_AND_MORE})
    void everybodyIsMailedOnceAndTheMarkSaysSo(int people) {
        both(people).forEach(mailing -> {
            var mark = run(mailing);

            assertThat(mailed(mailing.session())).hasSize(people);
            assertThat(mark.seen()).isEqualTo(people);
            assertThat(mark.mailed()).isEqualTo(people);
            assertThat(mark.done()).isTrue();
            assertThat(run(mailing)).isEqualTo(mark);
        });
    }

    @Test
    void whereverTheProcessDiesTheNextRunsMailEverybodyElse() {
        var people = Mailings.AT_ONCE + 2;
        both(people).map(Mailing::readers).forEach(readers -> {
            var points = Stream.<IntConsumer>of(Cut::before, Cut::after)
                    .mapToInt(cut -> everywhere(cut, people, readers))
                    .sum();
            assertThat(points).isGreaterThan(2 * people);
        });
    }

    /** The number of calls at which it was cut. */
    private int everywhere(IntConsumer cut, int people, Readers readers) {
        var call = 1;
        while (true) {
            var session = session(people);
            var mailing = readers instanceof Readers.Everybody ? everybody(session) : listed(session, people);
            cut.accept(call);
            var died = catchThrowable(() -> run(mailing)) instanceof Cut.Died;
            Cut.nowhere();
            var mark = run(mailing);
            assertThat(mailed(session)).as("cut at call " + call).hasSize(people);
            assertThat(mark.mailed()).isEqualTo(people);
            assertThat(mark.done()).isTrue();
            if (!died) {
                return call - 1;
            }
            // Within a page, one mail is as another.
            call += call > 10 && call < people - 30 ? 30 : 1;
        }
    }

    @Test
    void whoCanNotBeReadIsLeftOutAndCountedAndHoldsUpNobody() {
        both(3).forEach(mailing -> {
            var damaged = participant(mailing.session(), 1, RegistrationState.CONFIRMED);
            table.attempt(List.of(Write.put(Item.at(Participants.key(damaged.session(), damaged.person())))));

            var mark = run(mailing);

            assertThat(mailed(mailing.session())).hasSize(2).doesNotContainKey(damaged.person());
            assertThat(mark.unreadable()).isEqualTo(1);
            assertThat(mark.mailed()).isEqualTo(2);
            assertThat(mark.done()).isTrue();
        });
    }

    @Test
    void whoIsNotConcernedOrNotThereGetsNothing() {
        both(4).forEach(mailing -> {
            var session = mailing.session();
            put(participant(session, 1, RegistrationState.CANCELLED));
            var erased = participant(session, 2, RegistrationState.CONFIRMED);
            table.delete(List.of(Participants.key(session.id(), erased.person())));

            var mark = run(mailing);

            assertThat(mailed(session)).hasSize(2);
            assertThat(mark.mailed()).isEqualTo(2);
            assertThat(mark.unreadable()).isZero();
        });
    }

    @Test
    void whoseStateChangesBetweenTheLookAndTheMailIsLookedAtAgain() {
        var session = session(4);
        var moved = participant(session, 0, RegistrationState.CONFIRMED);
        var cancelled = participant(session, 1, RegistrationState.CONFIRMED);
        var erased = participant(session, 2, RegistrationState.CONFIRMED);
        var mailing = new Mailing<>(
                session, place(session), new Readers.Everybody(), Participant::readFrom, MailingsTest::comes,
                reader -> {
                    put(moved.as(RegistrationState.WAITING));
                    put(cancelled.as(RegistrationState.CANCELLED));
                    table.delete(List.of(Participants.key(session.id(), erased.person())));
                    return mail(reader);
                });

        assertThat(run(mailing).done()).isTrue();

        assertThat(mailed(session))
                .containsEntry(moved.person(), "WAITING")
                .doesNotContainKeys(cancelled.person(), erased.person())
                .hasSize(2);
    }

    @Test
    void aRunWhoseTimeIsOverLeavesTheRestToTheNext() {
        var mailing = everybody(session(2));
        mailings.goOn(mailing, marks.find(mailing.place()), Run.of(Duration.ZERO));
        assertThat(mailed(mailing.session())).isEmpty();

        assertThat(run(mailing).done()).isTrue();
        assertThat(mailed(mailing.session())).hasSize(2);
    }

    @Test
    void oneThatBeganIsFoundUntilItIsDone() {
        var now = everybody(session(1));
        var soon = everybody(session(1));
        table.attempt(List.of(marks.atOnce(now.place(), now.session())));
        table.attempt(List.of(marks.soon(soon.place(), soon.session())));
        assertThat(marks.due(clock.instant())).containsExactly(now.place());
        clock.forward(Duration.ofMinutes(10));
        assertThat(marks.due(clock.instant())).containsExactly(now.place(), soon.place());

        run(now);
        mailings.finish(soon.place(), _ -> Optional.<Mailing<Participant>>empty(), Run.begin());

        assertThat(marks.due(clock.instant())).isEmpty();
        assertThat(mailed(now.session())).hasSize(1);
        assertThat(mailed(soon.session())).isEmpty();
    }

    @Test
    void twoRunsAtTheSameTimeMailNobodyTwiceAndTheMarkNeverGoesBack() throws Exception {
        var mailing = everybody(session(TWO_PAGES_AND_MORE));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var run : threads.invokeAll(List.<Callable<Mark>>of(() -> run(mailing), () -> run(mailing)))) {
                assertThat(run.get().seen()).isEqualTo(TWO_PAGES_AND_MORE);
            }
        }
        var done = marks.find(mailing.place());
        marks.put(Mark.beginning(mailing.place(), clock.instant()), mailing.session().end());

        assertThat(marks.find(mailing.place())).isEqualTo(done);
        assertThat(mailed(mailing.session())).hasSize(TWO_PAGES_AND_MORE);
    }
}
