package be.leerkring.meetings.memory;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.meetings.Meeting;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.organisation.MailDomains;
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
import be.leerkring.testing.Proof;
import be.leerkring.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the network remembers of who met whom, and what is left of somebody who was erased. */
final class MeetingMemoryTest {

    private static final Instant START = Instant.parse("2017-03-23T12:30:00Z");
    private static final int ERASED = Proof.of(4, 12);
    private static final int NETWORKS = Proof.of(20, 60);

    private final MovableClock clock = MovableClock.at(START);
    private TestDatabase database;
    private Table table;
    private MeetingMemory memory;
    private Organisations organisations;
    private ContactWishes wishes;
    private Forgetting forgetting;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        table = new Table(database.client(), TestDatabase.TABLE, clock);
        organisations = new Organisations(table);
        memory = new MeetingMemory(table, organisations, new Cooperations(table, organisations), clock);
        wishes = new ContactWishes(clock);
        forgetting = new Forgetting(table, memory, wishes);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Session session(String id, int day) {
        var start = START.plus(Duration.ofDays(day));
        return new Session(
                id,
                new LocalizedText(Map.of("nl", "Sessie " + id)),
                LocalizedText.NONE,
                start,
                start.plus(Duration.ofHours(3)),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(), List.of(), false, AdmissionRules.NONE, Edition.announced(START));
    }

    private static EmailAddress address(int number) {
        return new EmailAddress("mens" + number + "@voorbeeld.be");
    }

    private static Participant person(String session, int number) {
        var email = address(number);
        return new Participant(
                session,
                email.derive(session),
                "Mens " + number,
                email,
                number % 5 == 4 ? "" : "org-" + number % 5,
                "Organisatie " + number % 5,
                Organisation.Kind.OTHER,
                "",
                new Language("nl"),
                RegistrationState.ATTENDED)
                .known(email.derive(session), email.derive("network"));
    }

    private static List<Meeting> meetings(Random random, String session, int people) {
        return IntStream.range(0, random.nextInt(1, 25))
                .mapToObj(number -> List.of(random.nextInt(people), random.nextInt(people)))
                .filter(pair -> !pair.getFirst().equals(pair.getLast()))
                .map(pair -> new Meeting(person(session, pair.getFirst()), person(session, pair.getLast())))
                .toList();
    }

    private boolean remember(Session session, List<Meeting> meetings) {
        return table.write(memory.remember(session, meetings, List.of())) instanceof WriteOutcome.Written;
    }

    @Test
    void whatIsRememberedIsWhatWas() {
        var random = new Random(2017);
        var times = new HashMap<Acquaintance, Integer>();
        var between = new HashMap<Acquaintance, Integer>();
        for (int number = 0; number < NETWORKS; number++) {
            var session = session("s-" + number, number);
            var meetings = meetings(random, session.id(), 12);
            assertThat(remember(session, meetings)).isTrue();
            for (var meeting : meetings) {
                times.merge(
                        new Acquaintance(meeting.one().identity(), meeting.other().identity()),
                        1,
                        Integer::sum);
                OrganisationsMet.pair(meeting).ifPresent(pair -> between.merge(pair, 1, Integer::sum));
            }
        }

        var history = memory.history();

        var remembered = new HashMap<Acquaintance, Integer>();
        history.people().forEach(met -> met.times().forEach((pair, count) -> remembered.merge(pair, count,
                Integer::sum)));
        assertThat(remembered).isEqualTo(times);
        var organisationsMet = new HashMap<Acquaintance, Integer>();
        history.organisations().forEach(met -> met.meetings().forEach((pair, count) -> organisationsMet.merge(pair,
                count, Integer::sum)));
        assertThat(organisationsMet).isEqualTo(between);
        assertThat(history.organisations()).extracting(OrganisationsMet::start).isSorted();
    }

    @Test
    void aSessionIsRememberedOnce() {
        var session = session("een", 0);
        var meetings = List.of(new Meeting(person("een", 0), person("een", 1)));

        assertThat(remember(session, meetings)).isTrue();
        assertThat(remember(session, meetings)).isFalse();

        assertThat(memory.history().organisations().getFirst().meetings().values()).containsExactly(1);
    }

    @Test
    void aYearLaterOnlyOrganisationsAreRemembered() {
        remember(session("een", 0), List.of(new Meeting(person("een", 0), person("een", 1))));
        clock.moveTo(session("een", 0).end().plus(Duration.ofDays(365)));

        var history = memory.history();

        assertThat(history.people()).isEmpty();
        assertThat(history.organisations()).hasSize(1);
    }

    @Test
    void whatWasMetUnderAFormerIdCountsForTheOrganisationThatItWasMergedInto() {
        remember(
                session("een", 0),
                List.of(
                        new Meeting(person("een", 0), person("een", 2)),
                        new Meeting(person("een", 1), person("een", 2)),
                        new Meeting(person("een", 0), person("een", 1))));
        var merged = new Organisation("org-0", "Nul", Organisation.Kind.OTHER, false, "", "", "", MailDomains.NONE,
                List.of("org-1"), List.of(), 1);
        table.write(List.of(organisations.putFirst(List.of(
                merged, new Organisation("org-2", "Twee", Organisation.Kind.OTHER, false)))));

        var met = memory.network().sessions().getFirst();

        assertThat(met.meetings()).isEqualTo(Map.of(new Acquaintance("org-0", "org-2"), 2));
        assertThat(met.present()).containsExactly("org-0", "org-2");
    }

    @Test
    void whoeverIsErasedIsNowhereLeftAndTheOthersAreAsTheyWere() {
        var random = new Random(1);
        for (int round = 0; round < ERASED; round++) {
            var erased = random.nextInt(8);
            for (int number = 0; number < 4; number++) {
                var id = "r" + round + "-" + number;
                remember(session(id, number), meetings(random, id, 8));
            }
            var before = memory.history().organisations();
            for (int wisher = 0; wisher < 8; wisher++) {
                wish(wisher, erased);
                wish(wisher, (wisher + 1) % 8);
            }
            var key = address(erased).derive("network");
            var others = memory.history().people().stream().filter(met -> !met.has(key)).toList();

            var forgotten = forgetting.forget("r" + round + "-0", address(erased).derive("network"));
            forgetting.forgetWishes(forgotten);

            assertThat(database.client().scan(scan -> scan.tableName(TestDatabase.TABLE)).items().toString())
                    .doesNotContain(key, address(erased).derive("r" + round + "-0"));
            assertThat(memory.history().organisations()).isEqualTo(before);
            assertThat(memory.history().people()).containsAll(others);
            assertThat(table.write(List.of(forgotten.unchanged()))).isInstanceOf(WriteOutcome.Written.class);
        }
    }

    private void wish(int wisher, int other) {
        var always = address(wisher).derive("network");
        var met = memory.history().people().stream()
                .anyMatch(people -> people.metBy(always).stream()
                        .anyMatch(somebody -> somebody.always().equals(address(other).derive("network"))));
        if (met && wisher != other) {
            var read = wishes.in(table.read(List.of(wishes.key(always))), always);
            var wished = read.wish(address(other).derive("network"), false, START.plus(Duration.ofDays(400)));
            table.write(List.of(wishes.put(wished)));
        }
    }

    @Test
    void anErasureThatASessionsMemoryOvertookIsRefused() {
        var forgotten = forgetting.forget("een", address(0).derive("network"));
        remember(session("een", 0), List.of(new Meeting(person("een", 0), person("een", 1))));

        assertThat(table.write(List.of(forgotten.unchanged()))).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(table.write(List.of(forgetting.forget("een", address(0).derive("network")).unchanged())))
                .isInstanceOf(WriteOutcome.Written.class);
        assertThat(memory.history().people().getFirst().people()).isEmpty();
    }

    @Test
    void onlyWhoIsStillRegisteredIsKept() {
        remember(
                session("een", 0),
                List.of(
                        new Meeting(person("een", 0), person("een", 1)),
                        new Meeting(person("een", 1), person("een", 2))));

        forgetting.keepOnly("een", Set.of(person("een", 1).person(), person("een", 2).person()));

        var left = memory.history().people().getFirst();
        var both = new Acquaintance(address(1).derive("network"), address(2).derive("network"));
        assertThat(left.times().keySet()).containsExactly(both);
        assertThat(left.people()).hasSize(2);
    }
}
