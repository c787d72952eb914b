package be.leerkring.meetings.memory;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.meetings.Meeting;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of sessions that were closed before it was known who met there, and after. */
final class RememberingTest {

    private static final Instant START = Instant.parse("2017-03-23T12:30:00Z");
    private static final int ORDERS = 12;
    private static final int POSSIBLE = 6;

    private TestDatabase database;
    private Table table;
    private Figures figures;
    private MeetingMemory memory;
    private Remembering remembering;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        table = new Table(database.client(), TestDatabase.TABLE, MovableClock.at(START));
        var organisations = new Organisations(table);
        figures = new Figures(table, new NetworkTime("Europe/Brussels"));
        memory = new MeetingMemory(table, organisations, new Cooperations(table, organisations),
                MovableClock.at(START));
        remembering = new Remembering(table, memory, figures);
        table.attempt(List.of(organisations.putFirst(IntStream.range(0, 5)
                .mapToObj(number -> new Organisation(
                        "org-" + number,
                        "Organisatie " + number,
                        number == 4 ? Organisation.Kind.OTHER : Organisation.Kind.SPEARHEAD_CLUSTER,
                        false))
                .toList())));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Session session(String id, int day) {
        var text = new LocalizedText(Map.of("nl", "Sessie " + id));
        var start = START.plus(Duration.ofDays(day));
        return new Session(
                id, text, text, start, start.plus(Duration.ofHours(3)), new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN, List.of(), List.of(), false, AdmissionRules.NONE,
                Edition.announced(START));
    }

    private static Meeting meeting(Session session, int one, int other) {
        return new Meeting(person(session, one), person(session, other));
    }

    private static Participant person(Session session, int organisation) {
        var email = new EmailAddress("mens" + organisation + "@voorbeeld.be");
        return new Participant(
                session.id(), email.derive(session.id()), "Mens", email, "org-" + organisation, "Organisatie",
                Organisation.Kind.SPEARHEAD_CLUSTER, "", new Language("nl"), RegistrationState.ATTENDED)
                .known(email.derive(session.id()), email.derive("network"));
    }

    /** As whoever closes a session freezes it. */
    private void freeze(Session session) {
        var pairs = memory.network().pairsAfter(session.id(), session.start());
        var found = table.read(List.of(figures.turnKey()));
        var frozen = new SessionFigures(
                session.id(), session.title(), session.start(), START, 40, true, Map.of(), List.of(), 0, 0, 0, pairs);
        assertThat(table.write(List.of(figures.close(session, frozen), figures.turn(found))))
                .isInstanceOf(WriteOutcome.Written.class);
    }

    private PairsMet pairs(Session session) {
        return figures.in(table.read(List.of(figures.key(session))), session).orElseThrow().pairs();
    }

    @Test
    void theirPairsAreRightInWhicheverOrderSessionsAreClosedAndRemembered() {
        for (int order = 0; order < ORDERS; order++) {
            var first = session("eerste-" + order, 0);
            var second = session("tweede-" + order, 7);
            var third = session("derde-" + order, 14);
            var acts = new ArrayList<Runnable>(List.of(
                    () -> remembering.remember(first, List.of(meeting(first, 0, 1), meeting(first, 0, 4))),
                    () -> remembering.remember(second, List.of(meeting(second, 0, 1), meeting(second, 1, 2))),
                    () -> freeze(first),
                    () -> freeze(second),
                    () -> freeze(third)));
            Collections.shuffle(acts, new Random(order));
            acts.forEach(Runnable::run);

            assertThat(List.of(pairs(first), pairs(second), pairs(third)))
                    .as("order %d", order)
                    .containsExactly(
                            new PairsMet(1, 1, POSSIBLE), new PairsMet(1, 2, POSSIBLE), new PairsMet(0, 2, POSSIBLE));
            close();
            open();
        }
    }

    @Test
    void aSessionIsRememberedOnce() {
        var session = session("een", 0);
        remembering.remember(session, List.of(meeting(session, 0, 1)));
        freeze(session);
        remembering.remember(session, List.of(meeting(session, 0, 1), meeting(session, 2, 3)));

        assertThat(pairs(session)).isEqualTo(new PairsMet(1, 1, POSSIBLE));
    }

    @Test
    void whoeverReadBeforeAnotherTookTheTurnIsRefused() {
        var found = table.read(List.of(figures.turnKey()));
        var session = session("een", 0);
        remembering.remember(session, List.of(meeting(session, 0, 1)));

        assertThat(table.write(List.of(figures.turn(found)))).isInstanceOf(WriteOutcome.Refused.class);
    }
}
