package be.leerkring.registration.need;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.session.Question;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.registration.RegistrationRoom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people need is asked with care, and never taken for an answer to something else. */
final class NeedsTest extends PeopleWithNeeds {

    @Test
    void theFormAsksAndSaysWhyAndHowLong() {
        var page = visitor.get("/sessions/sessie/register");

        assertThat(page.text()).contains("Wat u nodig hebt", "Glutenvrij", "Komt u mee naar het labo?",
                "Twee weken na de sessie wissen we ze");
        assertThat(page.body()).doesNotContain("question.");
    }

    @Test
    void nothingIsKeptOfWhoeverDoesNotAgreeAndNothingTypedIsLost() {
        var answer = register("An", "need-diet", "halal");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Vink aan dat u akkoord gaat");
        assertThat(answer.body()).contains("href=\"#needs-consent\"", "id=\"needs-consent\"");
        assertThat(answer.form()).containsEntry("need-diet", "halal").containsEntry("name", "An");
        assertThat(register("An").status()).as("who leaves it empty need not agree").isEqualTo(303);
        assertThat(needs("An")).isEqualTo(Needs.NONE);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
    }

    @Test
    void anAnswerThatIsTooLongOrNoTextIsRefused() {
        assertThat(register("An", "need-diet", "x".repeat(301), "needs-consent", "yes").text())
                .contains("hoogstens 300 tekens");
        assertThat(register("An", lab("nl"), "a\u202eb", "needs-consent", "yes").text())
                .contains("bevat een teken dat hier niet kan");
        assertThat(register("An", "need-diet", "x".repeat(300), "needs-consent", "yes").status()).isEqualTo(303);
    }

    @Test
    void oneChangesItAndTakesItAwayAgain() {
        confirmed("An", "need-diet-halal", "yes", lab("nl"), "Ja", "needs-consent", "yes");
        var details = "/my/" + room.token("An", "/my/").text() + "/details";
        var page = visitor.get(details);

        assertThat(page.form()).containsEntry("need-diet-halal", "yes").containsEntry(lab("nl"), "Ja")
                .containsEntry("needs-consent", "yes");
        var fields = page.form(lab("nl"), "Toch niet");
        fields.remove("need-diet-halal");
        assertThat(visitor.post(details, fields).status()).isEqualTo(303);
        assertThat(needs("An").all()).extracting(Need::text).containsExactly("Toch niet");

        var emptied = visitor.get(details).form(lab("nl"), "");
        emptied.remove("needs-consent");
        assertThat(visitor.post(details, emptied).status()).isEqualTo(303);
        assertThat(items()).noneMatch(item -> item.contains("NEEDS#"));
        assertThat(room.registration(session, "An").core().needs()).isFalse();
    }

    @Test
    void anAnswerStaysWithTheQuestionAsItWasAsked() {
        confirmed("An", lab("nl"), "Ja", "needs-consent", "yes");
        ask(new Question.Own(1, new LocalizedText(Map.of("nl", "Hebt u iets tegen dieren?"))));
        var details = "/my/" + room.token("An", "/my/").text() + "/details";
        var page = visitor.get(details);

        assertThat(page.text()).contains("Hebt u iets tegen dieren?", "Komt u mee naar het labo?",
                "Deze vraag wordt niet meer gesteld");
        visitor.post(details, page.form("role", "coach"));
        assertThat(needs("An").all()).containsExactly(
                new Need(new Asked("", "nl", "Komt u mee naar het labo?"), List.of(), "Ja"));
        visitor.post(details, visitor.get(details).form(lab("nl"), ""));
        assertThat(needs("An")).isEqualTo(Needs.NONE);
    }

    @Test
    void aTranslationThatIsAddedOrChangedLeavesTheAnswerWhereItIs() {
        confirmed("An", lab("nl"), "Ja", "needs-consent", "yes");
        var translated = new Question.Own(1, new LocalizedText(Map.of(
                "nl", "Komt u mee naar het labo?", "en", "Lab?", "fr", "Le labo?")));
        ask(DIET, translated);

        assertThat(needs("An").all().getFirst().asked().isOf(translated)).isTrue();
    }

    @Test
    void whoAnsweredAQuestionThatWasChangedMeanwhileIsToldSo() {
        var fields = visitor.get("/sessions/sessie/register").form(
                "name", "An", "email", RegistrationRoom.address("An"), "organisation", "vil", "language", "nl",
                "consent", "yes", lab("nl"), "Ja", "needs-consent", "yes");
        ask(new Question.Own(1, new LocalizedText(Map.of("nl", "Hebt u iets tegen dieren?"))));

        var answer = visitor.post("/sessions/sessie/register", fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("hebben intussen een vraag gewijzigd");
        assertThat(answer.body()).contains("href=\"#needs\"", "id=\"needs\"");
        ask();
        assertThat(visitor.post("/sessions/sessie/register", fields).status())
                .as("nothing is asked any more").isEqualTo(303);
        assertThat(needs("An")).isEqualTo(Needs.NONE);
    }
}
