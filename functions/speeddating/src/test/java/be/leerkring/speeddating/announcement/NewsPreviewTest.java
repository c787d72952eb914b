package be.leerkring.speeddating.announcement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import be.leerkring.emulator.MovableClock;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.speeddating.DatingDesk;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Cut;
import be.leerkring.testing.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is mailed whom they meet, when, and how often. */
final class NewsPreviewTest {

    private static final String PAGE = "/organiser/sessions/kennismaking/speed-dating";
    private static final String ANNOUNCEMENT = PAGE + "/announcement";

    private static final Path MAILS = Path.of("src/test/resources/mails");

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-01-26T07:00:00Z"));
    private final Session session = DatingDesk.session();
    private DatingDesk desk;
    private Reader an;

    @BeforeEach
    void open() {
        desk = new DatingDesk(clock);
        desk.put(session, 400);
        an = desk.organiser("an");
    }

    @AfterEach
    void close() {
        Cut.nowhere();
        desk.close();
    }

    private void plan(String... fields) {
        assertThat(an.post(PAGE, an.get(PAGE).form(fields)).status()).isEqualTo(303);
    }

    private Answer announce() {
        return an.post(ANNOUNCEMENT, an.get(ANNOUNCEMENT).form());
    }

    private void aQuarterPasses() {
        clock.forward(Duration.ofMinutes(15));
        new SpeedDatingSchedule(desk.context()).handleRequest(Map.of(), null);
    }

    private List<Item> mails(Participant reader) {
        return desk.get(Table.class)
                .query(Query.of("pk = :subject")
                        .with(":subject", "MAIL#" + reader.subject()))
                .toList();
    }

    @Test
    void everybodyIsMailedOnceAndSeesWhomTheyMeet() {
        var people = desk.people(session, 4, 1);
        plan("rounds", "3", "start", "15:15");
        assertThat(an.get(ANNOUNCEMENT).text())
                .contains("4 mensen krijgen een mail met hun eigen lijst")
                .contains("Zoals An 1 het krijgt.")
                .containsPattern("Tafel \\d · Ronde 1 · 15\\.15 uur");

        assertThat(announce().status()).isEqualTo(303);
        assertThat(desk.plan().state()).isEqualTo(SpeedDates.State.ANNOUNCED);
        assertThat(people).allSatisfy(one -> assertThat(mails(one)).isEmpty());
        aQuarterPasses();
        aQuarterPasses();

        assertThat(people).allSatisfy(one -> {
            assertThat(mails(one)).hasSize(1);
            var text = desk.text(mails(one).getFirst());
            assertThat(text)
                    .contains("Dag " + one.name(), "/my/")
                    .containsPattern("Tafel \\d · Ronde 1 · 15\\.15 uur")
                    .contains("Ronde 3 · 15.31 uur");
            people.stream().filter(other -> !other.equals(one)).forEach(
                    other -> assertThat(text).contains(other.name() + ", " + other.organisation()));
        });
        assertThat(an.get(ANNOUNCEMENT).text()).contains("Iedereen heeft de lijst gekregen zoals ze nu is.");
    }

    @Test
    void afterAChangeOnlyThoseAreMailedWhoseListIsAnother() {
        var people = desk.people(session, 12, 1);
        plan("rounds", "4");
        announce();
        aQuarterPasses();
        desk.put(people.getFirst().as(RegistrationState.CANCELLED));
        plan("way", "changed");
        announce();
        aQuarterPasses();

        assertThat(mails(people.getFirst())).hasSize(1);
        var plan = desk.plan();
        assertThat(people.subList(1, 12)).allSatisfy(one -> {
            var mails = mails(one);
            assertThat(mails).hasSizeBetween(1, 2);
            var last = desk.text(mails.getLast());
            plan.rounds().forEach(round -> round.tableOf(one.person()).ifPresent(table -> table
                    .othersThan(one.person())
                    .forEach(other -> assertThat(last).contains(other.name()))));
            assertThat(last.contains("Deze lijst vervangt de vorige.")).isEqualTo(mails.size() == 2);
        });
        assertThat(people.stream().mapToInt(one -> mails(one).size()).sum()).isBetween(13, 23);
    }

    @Test
    void whoeverCancelsBeforeTheMailLeavesGetsNone() {
        var people = desk.people(session, 4, 1);
        plan("rounds", "3");
        announce();
        desk.put(people.get(1).as(RegistrationState.CANCELLED));
        aQuarterPasses();

        assertThat(mails(people.get(1))).isEmpty();
        assertThat(mails(people.get(2))).hasSize(1);
    }

    /** At each of its calls to DynamoDB the run dies, before the call and after it; the next one takes it up. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void anAnnouncementThatIsCutOffMailsEverybodyExactlyOnceInTheEnd(int call) {
        var people = desk.people(session, 5, 1);
        plan("rounds", "3");
        announce();
        for (Runnable death : List.<Runnable>of(() -> Cut.before(call), () -> Cut.after(call))) {
            death.run();
            assertThat(catchThrowable(this::aQuarterPasses)).isInstanceOf(Cut.Died.class);
            Cut.nowhere();
        }
        aQuarterPasses();
        assertThat(people).allSatisfy(one -> assertThat(mails(one)).hasSize(1));
    }

    @Test
    void twoPressesOfOneButtonMailOnceAndAnOldButtonNobody() {
        var people = desk.people(session, 4, 1);
        plan("rounds", "3");
        var form = an.get(ANNOUNCEMENT).form();
        assertThat(an.post(ANNOUNCEMENT, form).status()).isEqualTo(303);
        assertThat(an.post(ANNOUNCEMENT, form).status()).isEqualTo(409);
        aQuarterPasses();
        assertThat(people).allSatisfy(one -> assertThat(mails(one)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void theMailReadsAsItShould(String language) throws IOException {
        desk.put(reader("Eleni", "org-1", language, new Interests(List.of("industrie-4-0"), List.of())));
        desk.put(reader("Bo Maes", "org-2", "nl", new Interests(List.of("kennismaking"), List.of("industrie-4-0"))));
        desk.put(reader("Cato Claes", "org-3", "nl", Interests.NONE));
        plan("rounds", "3", "start", "15:15");
        announce();
        aQuarterPasses();

        var mail = mails(reader("Eleni", "org-1", language, Interests.NONE)).getFirst();
        var text = mail.required("subject") + "\n\n"
                + desk.text(mail).replace(Outbox.SITE, "{{site}}").replaceAll("(/my/)\\S+",
                        "$1TOKEN");
        var file = MAILS.resolve("speed-dates." + language + ".txt");
        if (!Files.exists(file)) {
            Files.createDirectories(MAILS);
            Files.writeString(file, text, UTF_8);
            fail(file + " was written anew: look at it, and run this again");
        }
        assertThat(text).isEqualTo(Files.readString(file, UTF_8));
    }

    private Participant reader(String name, String organisation, String language, Interests interests) {
        var one = DatingDesk.person(session, name, organisation);
        return new Participant(
                one.session(),
                one.person(),
                one.identity(),
                one.name(),
                one.email(),
                one.organisationId(),
                one.organisation(),
                one.kind(),
                one.role(),
                new Language(language),
                one.state(),
                interests);
    }
}
