package be.leerkring.feedback.answers;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody reads who was mailed the question. */
final class FeedbackPageTest {

    private FeedbackRoom room;

    @BeforeEach
    void open() {
        room = new FeedbackRoom();
        room.publish(FeedbackRoom.on("2017-03-24"));
        room.register("jan", RegistrationState.ATTENDED);
        room.register("els", new Language("en"), RegistrationState.ATTENDED);
        room.askOnMonday();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private String page(String name) {
        return room.reader().get("/feedback/" + room.tokens().get(name + "@voorbeeld.be").text()).body();
    }

    @Test
    void itSpeaksTheLanguageOfTheRegistrationAndNotTheBrowsers() {
        assertThat(page("els")).contains("<html lang=\"en\">");
        assertThat(page("jan")).contains("<html lang=\"nl\">");

        room.answer(room.tokens().get("els@voorbeeld.be"), "usefulness", "4");
        assertThat(page("els")).contains("Thank you");
        assertThat(room.standing("FEEDBACK#", "sk").getFirst().get("language").s()).isEqualTo("en");
        assertThat(room.answer(room.tokens().get("els@voorbeeld.be"), "usefulness", "9").body())
                .contains("<html lang=\"en\">");
    }

    @Test
    void aLinkThatClaimsALanguageOfNobodyLeadsNowhere() {
        assertThat(room.reader().get("/feedback/sessie.other.zz.AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
        assertThat(room.reader().get("/feedback/sessie.other..AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
    }

    @Test
    void theThanksSayWhatBecomesOfASentenceAndWhereTheAnswerIs() {
        var token = room.tokens().get("jan@voorbeeld.be");
        room.answer(token, "usefulness", "4");
        assertThat(page("jan")).contains("Hieronder staat uw antwoord").doesNotContain("Open opnieuw", "We publiceren");

        room.answer(
                token, "usefulness", "4", "quote", "Dat helpt.", "attribution", "organisation", "organisation", "VIL");
        assertThat(page("jan")).contains("We publiceren uw zin pas nadat we hem nagelezen hebben");
    }
}
