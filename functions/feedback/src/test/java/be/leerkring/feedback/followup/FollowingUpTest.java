package be.leerkring.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import be.leerkring.feedback.ThreeMonthsLater;
import be.leerkring.feedback.followup.FollowingUp.Destination;
import be.leerkring.feedback.followup.FollowingUp.Outcome;
import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.cooperation.Report;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.web.FormText;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an answer of three months later. */
final class FollowingUpTest {

    private ThreeMonthsLater later;
    private Participant jan;
    private Token link;

    @BeforeEach
    void open() {
        later = new ThreeMonthsLater();
        jan = later.attended("jan", "Alfa", "nl");
        link = later.link(jan);
    }

    @AfterEach
    void close() {
        later.close();
    }

    private Outcome answer(Map<String, String> fields) {
        return later.get(FollowingUp.class).answer(link, FollowUpForm.of(new FormText(new HashMap<>(fields))));
    }

    private Destination.Found there() {
        return (Destination.Found) later.get(FollowingUp.class).follow(link);
    }

    private static Map<String, String> withBeta() {
        return Map.of("used", "Het draaiboek", "organisation", "beta", "stage", "plan", "brought", "Tijd", "told",
                "yes");
    }

    @Test
    void thePageSpeaksTheLanguageOfTheRegistration() {
        var els = later.link(later.attended("els", "Beta", "en"));
        var page = "/follow-up/" + els.text();
        assertThat(later.room().reader().get(page).body()).contains("<html lang=\"en\">");
        assertThat(later.room().reader().post(page, Map.of("number", "0", "stage", "verzonnen")).body())
                .contains("<html lang=\"en\">");
        assertThat(later.room().reader().get("/follow-up/" + link.text()).body()).contains("<html lang=\"nl\">");
    }

    @Test
    void anAnswerIsKeptAndEachOrganisationGoesToTheOrganisersOnce() {
        assertThat(answer(withBeta())).isEqualTo(new Outcome.Done());
        assertThat(answer(withBeta())).as("pressed twice").isEqualTo(new Outcome.Done());

        assertThat(there().answer().used()).isEqualTo("Het draaiboek");
        assertThat(there().answer().revision()).as("written once").isEqualTo(1);
        assertThat(later.reports()).hasSize(1).first().satisfies(report -> {
            assertThat(report.own().name()).isEqualTo("Alfa");
            assertThat(report.what().other().id()).isEqualTo("beta");
            assertThat(report.what().stage()).isEqualTo(Stage.PLAN);
            assertThat(report.isTold()).isTrue();
        });
    }

    @Test
    void oneMoreOrganisationIsAddedUnderTheNextNumberAndAnAnswerCanBeChanged() {
        answer(withBeta());
        assertThat(there().answer().nextNumber()).contains(1);
        answer(Map.of("number", "1", "organisation", "other", "otherOrganisation", " GAMMA", "stage", "talked"));
        later.room().clock().forward(Duration.ofDays(1));
        var changed = new HashMap<>(withBeta());
        changed.putAll(Map.of("stage", "running", "told", "no"));
        answer(changed);

        assertThat(there().answer().reported()).hasSize(2);
        assertThat(there().answer().used()).as("the second form does not ask it").isEqualTo("Het draaiboek");
        assertThat(later.reports()).extracting(report -> report.what().other().id(), report -> report.what().stage())
                .containsExactlyInAnyOrder(
                        tuple("gamma", Stage.TALKED),
                        tuple("beta", Stage.RUNNING));
        assertThat(later.reports()).noneMatch(Report::isTold);
    }

    @Test
    void whatIsTakenBackIsToldToTheOrganisersWithoutItsWords() {
        answer(withBeta());
        later.get(FollowingUp.class).takeBack(link, 0);
        later.get(FollowingUp.class).takeBack(link, 0);

        assertThat(there().answer().reported()).isEmpty();
        assertThat(later.reports()).hasSize(1).first().satisfies(report -> {
            assertThat(report.takenBack()).isTrue();
            assertThat(report.isTold()).isFalse();
            assertThat(report.used() + report.what().brought()).isEmpty();
        });
    }

    @Test
    void nothingToReportIsAnAnswerToo() {
        later.get(FollowingUp.class).skip(link);
        assertThat(there().answer().isEmpty()).isTrue();
        assertThat(there().answer().revision()).isEqualTo(1);
        answer(withBeta());
        later.get(FollowingUp.class).skip(link);
        assertThat(there().answer().isEmpty()).as("what was told since stays").isFalse();
    }

    @Test
    void readingChangesNothing() {
        there();
        assertThat(later.room().standing("FOLLOW-UP#", "sk")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "used,, follow-up.empty",
            "organisation, alfa, follow-up.organisation.own",
            "organisation, elders, follow-up.organisation.unknown",
            "otherOrganisation, alfa!, ",
            "otherOrganisation, ALFA, follow-up.organisation.own",
            "stage, ended, follow-up.stage.missing",
            "stage, elders, follow-up.stage.missing",
            "told, misschien, follow-up.told.wrong",
            "number, 5, follow-up.organisation.many",
            "number, 999999999, follow-up.organisation.many",
    })
    void badInputGetsItsAnswer(String field, String value, String key) {
        var fields = new HashMap<String, String>();
        if (value != null) {
            fields.putAll(field.equals("otherOrganisation")
                    ? Map.of("organisation", "other", "stage", "talked")
                    : withBeta());
            fields.put(field, value);
        }
        var outcome = answer(fields);
        if (key == null) {
            assertThat(outcome).isEqualTo(new Outcome.Done());
        } else {
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Invalid.class, invalid -> assertThat(
                    invalid.errors().inOrderOf(FollowUpForm.FIELDS, UnaryOperator.identity()).errors())
                    .extracting(error -> error.message())
                    .contains(key));
            assertThat(later.reports()).isEmpty();
        }
    }

    @Test
    void oneOrganisationIsReportedOnceAndNoTextIsTooLong() {
        answer(withBeta());
        assertThat(answer(Map.of("number", "1", "organisation", "beta", "stage", "plan")))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(answer(Map.of("number", "1", "stage", "plan"))).isInstanceOf(Outcome.Invalid.class);
        assertThat(answer(Map.of("used", "x".repeat(FollowUpForm.LONGEST_TEXT + 1))))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(later.reports()).hasSize(1);
    }

    @Test
    void aLinkWorksForNinetyDaysAndNotForSomebodyWhoErasedTheirData() {
        assertThat(later.get(FollowingUp.class).follow(new Token("sessie.x.y"))).isEqualTo(new Destination.Unknown());
        assertThat(later.get(FollowingUp.class).follow(new Token("x"))).isEqualTo(new Destination.Unknown());
        later.get(Table.class).write(List.of(Write.delete(Participants.key(jan.session(), jan.person()))));
        assertThat(answer(withBeta())).isInstanceOf(Outcome.Closed.class);
        assertThat(later.reports()).isEmpty();
        later.room().clock().forward(Duration.ofDays(90));
        assertThat(answer(withBeta())).isInstanceOf(Outcome.Closed.class);
    }

    @Test
    void thoseWhomOneMetAreOfferedFirst() {
        var els = later.attended("els", "Gamma", "nl");
        later.attended("piet", "Delta", "nl");
        later.write(later.get(MeetingMemory.class)
                .remember(ThreeMonthsLater.SESSION, List.of(new Meeting(jan, els)), List.of())
                .toArray(Write[]::new));

        var page = FollowUpPage.of(
                there(), "", FollowUpForm.of(FollowUp.none(null), 0, there().organisations()), null,
                later.get(FollowingUp.class).met(there()));

        assertThat(page.met()).extracting(Organisation::name).containsExactly("Gamma");
        assertThat(page.others()).extracting(Organisation::name).containsExactly("Beta", "Delta");
    }
}
