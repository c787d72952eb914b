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

    @Test
    void whoSendsTheFormAgainForWhatTheyNeedIsAskedToConfirmThat() {
        register("An");
        register("An", "need-diet-vegan", "yes", "needs-consent", "yes");
        register("An", "need-diet-vegan", "yes", "needs-consent", "yes");
        register("An", "need-diet-halal", "yes", lab("nl"), "Ja", "needs-consent", "yes");
        register("An", "need-diet-halal", "yes", lab("nl"), "Ja", "needs-consent", "yes");

        assertThat(room.purposes("An")).as("the second press of a form leads to no mail")
                .containsExactly("confirm-request", "confirm-request", "confirm-request");

        room.press("An");
        assertThat(needs("An").text()).isEqualTo("halal; Ja");
    }

    @Test
    void whoSendsTheFormAgainWithoutWhatTheyNeededIsAskedToConfirmThat() {
        register("An", "need-diet-vegan", "yes", "needs-consent", "yes");
        register("An");
        register("An");
        assertThat(room.purposes("An")).containsExactly("confirm-request", "confirm-request");

        room.press("An");
        assertThat(needs("An").isEmpty()).isTrue();
        assertThat(room.get(KeptNeeds.class).of("sessie")).isEmpty();
    }

    @Test
    void whoIsRegisteredIsToldThatWhatALaterFormSaysOfItIsNotTakenOver() {
        confirmed("An", "need-diet-vegan", "yes", "needs-consent", "yes");
        register("An", "need-diet-halal", "yes", "needs-consent", "yes");

        assertThat(room.mails("An").getLast().purpose()).isEqualTo("already");
        assertThat(room.mails("An").getLast().text())
                .contains("niet overgenomen, ook niet wat daarin stond over wat u nodig hebt");
        assertThat(needs("An").text()).isEqualTo("vegan");
    }
}
