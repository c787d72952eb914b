package be.leerkring.feedback.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Edit;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.feedback.ThreeMonthsLater;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.cooperation.Reported;
import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.cooperation.Side;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.organisation.MailDomains;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What organisers make of reports, and what becomes of it. */
final class EditingCooperationsTest {

    private static final Organiser ORGANISER = new Organiser("organisator@example.org");

    private ThreeMonthsLater later;

    @BeforeEach
    void open() {
        later = new ThreeMonthsLater();
    }

    @AfterEach
    void close() {
        later.close();
    }

    private void reports(Participant participant, String other, Stage stage, boolean told) {
        var answer = FollowUp.none(new PersonKey(participant.session(), participant.person()))
                .next("", "", 0, Optional.of(new Reported(new Side(other, other), stage, "Tijd", told)),
                        later.room().clock().instant());
        later.write(later.get(Reports.class).put(answer, 0, participant, ThreeMonthsLater.SESSION));
    }

    private List<Proposal> proposals() {
        return Proposal.of(later.get(Cooperations.class).read(), later.reports());
    }

    private static Map<String, String> fields(String... more) {
        var fields = new HashMap<>(Map.of(
                "title-nl", "Samen opleiden", "organisation-0", "alfa", "organisation-1", "beta", "agrees-0", "1",
                "agrees-1", "1", "stage", "plan", "day", "2017-06-20", "session", "sessie"));
        for (int place = 0; place < more.length; place += 2) {
            fields.put(more[place], more[place + 1]);
        }
        return fields;
    }

    private static CooperationForm form(String id, Map<String, String> fields) {
        return CooperationForm.of(
                id, new FormText(new HashMap<>(fields)), List.of(new Language("nl"), new Language("en")));
    }

    private Edit<Cooperation> add(String id, Map<String, String> fields) {
        return later.get(EditingCooperations.class).save(form(id, fields), true, ORGANISER);
    }

    private Edit<Cooperation> change(String id, Map<String, String> fields) {
        return later.get(EditingCooperations.class).save(form(id, fields), false, ORGANISER);
    }

    private List<String> log() {
        return later.get(ChangeLog.class).read(ChangeLog.NETWORK, Optional.empty()).entries().stream()
                .map(LogEntry::what)
                .sorted()
                .toList();
    }

    private static Stream<String> messages(Edit<Cooperation> edit) {
        return edit instanceof Edit.Invalid<Cooperation>(var errors)
                ? errors.inOrderOf(List.of(), UnaryOperator.identity()).errors().stream()
                        .map(FormErrors.FieldError::message)
                : Stream.of(edit.toString());
    }

    @Test
    void twoWhoReportEachOtherBecomeOneCooperationAndAreNoLongerProposed() {
        reports(later.attended("jan", "Alfa", "nl"), "beta", Stage.PLAN, true);
        reports(later.attended("els", "Beta", "nl"), "alfa", Stage.AGREED, true);
        assertThat(proposals()).hasSize(1);
        var seen = proposals().getFirst().seen();

        assertThat(add("samen", fields("seen", seen))).isEqualTo(new Edit.Done<>());
        assertThat(add("samen", fields("seen", seen))).as("pressed twice").isEqualTo(new Edit.Done<>());

        assertThat(proposals()).isEmpty();
        assertThat(later.cooperation("samen").orElseThrow().revision()).isZero();
        assertThat(later.cooperation("samen").orElseThrow().beginning().orElseThrow().session()).isEqualTo("sessie");
        assertThat(messages(add("nog-eens", fields("seen", seen))))
                .as("another organiser has the same form open")
                .containsExactly("cooperation.proposal.changed");
        assertThat(later.cooperation("nog-eens")).isEmpty();
        assertThat(log()).containsExactly("cooperation-confirmed");
    }

    @Test
    void aReportOfAPairThatWorksTogetherBringsItsCooperationUpToDate() {
        add("samen", fields());
        reports(later.attended("jan", "Beta", "nl"), "alfa", Stage.RUNNING, true);

        var proposal = proposals().getFirst();
        assertThat(proposal.existing().orElseThrow().id()).isEqualTo("samen");
        var edit = change("samen", fields(
                "seen", proposal.seen(), "stage", "running", "day", "2017-06-23", "revision", "0"));

        assertThat(edit).isEqualTo(new Edit.Done<>());
        assertThat(later.cooperation("samen").orElseThrow().steps()).containsOnlyKeys(Stage.PLAN, Stage.RUNNING);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void aReportThatChangedMeanwhileIsNotLost() {
        var jan = later.attended("jan", "Alfa", "nl");
        reports(jan, "beta", Stage.PLAN, true);
        var seen = proposals().getFirst().seen();
        later.room().clock().forward(Duration.ofMinutes(1));
        reports(jan, "beta", Stage.RESULT, false);

        assertThat(messages(add("samen", fields("seen", seen)))).containsExactly("cooperation.proposal.changed");
        later.get(EditingCooperations.class).leave(List.of(seen), ORGANISER);
        assertThat(proposals()).hasSize(1);
    }

    @Test
    void whatIsLeftIsNotProposedAgain() {
        reports(later.attended("jan", "Zeta", "nl"), "beta", Stage.TALKED, true);
        assertThat(proposals().getFirst().listed()).extracting(Organisation::name).containsExactly("Beta");
        later.get(EditingCooperations.class).leave(List.of(proposals().getFirst().seen()), ORGANISER);
        assertThat(proposals()).isEmpty();
        assertThat(log()).containsExactly("cooperation-left");
    }

    @Test
    void onlyWithTheConsentOfAllItIsPublishedAndWithoutItNoLonger() {
        var fields = fields();
        fields.remove("agrees-1");
        add("samen", fields);
        var desk = later.get(EditingCooperations.class);

        assertThat(messages(desk.publish("samen", 0, true, ORGANISER)))
                .containsExactly("cooperation.publish.consent");
        change("samen", fields("revision", "0"));
        assertThat(desk.publish("samen", 1, true, ORGANISER)).isEqualTo(new Edit.Done<>());
        assertThat(desk.publish("samen", 1, true, ORGANISER)).as("pressed twice").isEqualTo(new Edit.Done<>());
        assertThat(later.cooperation("samen").orElseThrow().isPublic()).isTrue();

        fields.put("revision", "2");
        change("samen", fields);
        assertThat(later.cooperation("samen").orElseThrow().published()).isFalse();
        assertThat(desk.publish("elders", 0, true, ORGANISER)).isEqualTo(new Edit.Unknown<>());
    }

    @Test
    void whoComesSecondIsShownWhatTheFirstDid() {
        add("samen", fields());
        change("samen", fields("revision", "0", "stage", "agreed"));
        var second = change("samen", fields("revision", "0", "title-nl", "Iets anders"));

        assertThat(second).isInstanceOf(Edit.Conflict.class);
        assertThat(((Edit.Conflict<Cooperation>) second).differences()).hasSize(2);
        var desk = later.get(EditingCooperations.class);
        assertThat(desk.delete("samen", 0, ORGANISER)).isInstanceOf(Edit.Conflict.class);
        assertThat(desk.delete("samen", 1, ORGANISER)).isEqualTo(new Edit.Done<>());
        assertThat(desk.delete("samen", 1, ORGANISER)).as("pressed twice").isEqualTo(new Edit.Done<>());
        assertThat(change("samen", fields())).isEqualTo(new Edit.Unknown<>());
    }

    @Test
    void organisationsThatBecomeOneAreReadAsOneAndAllOfThemMustHaveAgreed() {
        var fields = fields("organisation-2", "gamma");
        fields.remove("agrees-1");
        add("samen", fields);
        var list = later.get(Organisations.class).read();
        later.write(later.get(Organisations.class).put(list.with(list.all().stream()
                .filter(one -> !one.id().equals("beta"))
                .map(one -> one.id().equals("alfa")
                        ? new Organisation(
                                "alfa", "Alfa", one.kind(), false, "", "", "", MailDomains.NONE, List.of("beta"),
                                List.of("Beta"), 2)
                        : one)
                .toList())));

        var now = later.cooperation("samen").orElseThrow();
        assertThat(now.organisations()).containsExactly("alfa", "gamma");
        assertThat(now.consents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "title-nl, '', cooperation.title.missing",
            "organisation-1, '', cooperation.organisations.missing",
            "organisation-1, alfa, cooperation.organisations.missing",
            "organisation-1, elders, cooperation.organisations.unknown",
            "stage, elders, cooperation.stage.missing",
            "day, gisteren, cooperation.day.wrong",
            "day, 2017-06-24, cooperation.day.future",
            "session, elders, cooperation.session.wrong",
            "link, http://example.org, cooperation.link.wrong",
            "themes, ???, cooperation.themes.wrong",
    })
    void badInputGetsItsAnswer(String field, String value, String key) {
        assertThat(messages(add("samen", fields(field, value)))).containsExactly(key);
        assertThat(later.cooperation("samen")).isEmpty();
    }
}
