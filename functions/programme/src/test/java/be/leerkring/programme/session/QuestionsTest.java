package be.leerkring.programme.session;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.Question;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.programme.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a session asks is chosen from a list or written, at most five, and two organisers' changes both stay. */
final class QuestionsTest extends EmptyForm {

    private List<Question> asked(String path) {
        return desk.session(path.substring(path.lastIndexOf('/') + 1)).questions();
    }

    private static Question own(int number, String nl, String en) {
        return new Question.Own(number, new LocalizedText(Map.of("nl", nl, "en", en)));
    }

    @Test
    void questionsAreChosenAndWrittenAndTakenAwayAgain() {
        var path = draft();
        assertThat(asked(path)).isEmpty();

        an.post(path, an.get(path).form(
                "asks-diet", "yes", "asks-parking", "yes", "question-1-nl", "Gaat u mee?", "question-1-en", "Coming?"));
        assertThat(asked(path)).containsExactly(
                new Question.Known(Question.Kind.DIET),
                new Question.Known(Question.Kind.PARKING),
                own(1, "Gaat u mee?", "Coming?"));

        var page = an.get(path);
        assertThat(page.form()).containsEntry("asks-diet", "yes").containsEntry("question-1-en", "Coming?")
                .containsKey("question-2-nl").doesNotContainKey("question-4-nl");
        var fields = page.form("question-2-nl", "Welke werkgroep?", "question-1-nl", "", "question-1-en", "");
        fields.remove("asks-parking");
        assertThat(an.post(path, fields).status()).isEqualTo(303);
        assertThat(asked(path)).as("a number stays when another goes").containsExactly(
                new Question.Known(Question.Kind.DIET), own(2, "Welke werkgroep?", ""));
        assertThat(an.get(path).form()).containsKey("question-3-nl").doesNotContainKey("question-1-nl");
    }

    @Test
    void aSixthQuestionIsRefusedAndNothingIsLost() {
        var path = draft();
        var fields = an.get(path).form(
                "asks-diet", "yes", "asks-access", "yes", "asks-interpreter", "yes", "asks-parking", "yes",
                "question-1-nl", "Een", "question-2-en", "Two");

        var answer = an.post(path, fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("hoogstens vijf vragen");
        assertThat(answer.body()).contains("href=\"#asks-diet\"", "id=\"asks-diet\"");
        assertThat(answer.form()).containsEntry("question-1-nl", "Een").containsEntry("question-2-en", "Two")
                .doesNotContainKey("question-3-nl");
        assertThat(asked(path)).isEmpty();
        fields.remove("asks-parking");
        assertThat(an.post(path, fields).status()).isEqualTo(303);
        assertThat(asked(path)).hasSize(Question.MOST);
    }

    @Test
    void aQuestionThatIsTooLongOrNoTextIsRefusedWhereItStands() {
        var path = draft();

        assertThat(an.post(path, an.get(path).form("question-1-nl", "x".repeat(151))).text())
                .contains("hoogstens 150 tekens");
        assertThat(an.post(path, an.get(path).form("question-2-en", "a\u202eb")).body())
                .contains("href=\"#question-2-en\"", "id=\"question-2-en\"");
    }

    @Test
    void whatTwoOrganisersChangedIsBroughtTogether() {
        var path = draft();
        an.post(path, an.get(path).form("question-1-nl", "Een", "question-2-nl", "Twee"));
        var bo = desk.organiser("bo");
        var seenByBo = bo.get(path);
        var ans = an.get(path).form("asks-diet", "yes", "question-1-nl", "");
        assertThat(an.post(path, ans).status()).isEqualTo(303);

        var conflict = bo.post(path, seenByBo.form("asks-access", "yes", "question-2-nl", "Twee?"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Vraag over eten en drinken gevraagd", "Eigen vraag (1, Nederlands) Een");
        assertThat(bo.post(path, conflict.form()).status()).isEqualTo(303);
        assertThat(asked(path)).containsExactly(
                new Question.Known(Question.Kind.DIET),
                new Question.Known(Question.Kind.ACCESS),
                own(2, "Twee?", ""));
    }

    @Test
    void twoWhoAddAQuestionAtOnceSeeBoth() {
        var path = draft();
        var bo = desk.organiser("bo");
        var seenByBo = bo.get(path);
        an.post(path, an.get(path).form("question-1-nl", "Van An"));

        var conflict = bo.post(path, seenByBo.form("question-1-nl", "Van Bo"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Eigen vraag (1, Nederlands) Van An Van Bo");
    }

    @Test
    void aCopyAsksTheSame() {
        var path = draft();
        an.post(path, an.get(path).form("asks-diet", "yes", "question-1-nl", "Een", "question-1-en", "One"));
        var copy = an.post(path + "/copy", Map.of("date", "2017-05-11")).location().replaceAll("\\?.*", "");

        assertThat(asked(copy)).isEqualTo(asked(path));
    }

    @Test
    void anEnglishNetworkAsksInEnglish() {
        try (var english = new Desk(clock, "en,nl")) {
            var anna = english.organiser("an", "en");
            var fields = anna.get(NEW).form("title-en", "Learning", "date", "2017-03-23", "start", "13:30", "end",
                    "17:00");
            var made = anna.post(NEW, fields);
            assertThat(made.status()).isEqualTo(303);
            var path = made.location().replaceAll("\\?.*", "");
            var page = anna.get(path);

            assertThat(page.text()).contains("Questions when registering", "Food and drink");
            assertThat(anna.post(path, page.form("asks-interpreter", "yes", "question-1-en", "Which table?")).status())
                    .isEqualTo(303);
            assertThat(english.session(path.substring(path.lastIndexOf('/') + 1)).questions()).hasSize(2);
        }
    }
}
