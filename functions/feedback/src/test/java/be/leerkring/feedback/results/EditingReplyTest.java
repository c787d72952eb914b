package be.leerkring.feedback.results;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.voice.Replies;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.markup.Markup;
import be.leerkring.testing.Reader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organisers reply to what people said. */
final class EditingReplyTest {

    private static final String HERE = "/organiser/sessions/sessie/answers/reply";

    private FeedbackRoom room;
    private Reader an;
    private Reader bo;

    @BeforeEach
    void open() {
        room = new FeedbackRoom();
        room.publish(FeedbackRoom.on("2017-03-24"));
        an = room.organiser();
        bo = room.organiser();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static Map<String, String> form(Reader organiser, String dutch) {
        var fields = new HashMap<>(organiser.get(HERE).form());
        fields.put("text-nl", dutch);
        return fields;
    }

    @Test
    void aReplyIsReadLineByLineInWhicheverLanguageThereIs() {
        assertThat(an.post(HERE, form(an, "Meer koffie\r\n\r\n  Minder slides ")).location())
                .isEqualTo("/organiser/sessions/sessie/answers#reply");
        var reply = room.get(Replies.class).find("sessie");
        for (var language : new String[] {"nl", "en"}) {
            var text = room.get(Languages.class).texts(new Language(language)).text(reply.text());
            assertThat(Markup.points(text).plainText()).isEqualTo("- Meer koffie\n- Minder slides");
        }
        assertThat(an.get("/organiser/sessions/sessie/answers").text()).contains("Meer koffie Minder slides");
    }

    @Test
    void whoComesSecondSeesWhatTheFirstWroteAndPressesAgain() {
        var mine = form(an, "Meer koffie");
        var theirs = form(bo, "Meer thee");
        assertThat(bo.post(HERE, theirs).status()).isEqualTo(303);
        assertThat(bo.post(HERE, theirs).status()).as("pressed twice").isEqualTo(303);

        var conflict = an.post(HERE, mine);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Iemand anders heeft deze tekst gewijzigd", "Meer thee", "Meer koffie");
        assertThat(an.post(HERE, conflict.form()).status()).isEqualTo(303);
        assertThat(room.get(Replies.class).find("sessie").text().byLanguage())
                .containsOnly(Map.entry("nl", "Meer koffie"));
        assertThat(room.standing("LOG#sessie", "pk"))
                .hasSize(2)
                .allMatch(entry -> entry.get("changes").l().getFirst().m().get("field").s().equals("reply.nl"));
    }

    @Test
    void whatIsTooLongIsSaidAndNotLost() {
        var answer = an.post(HERE, form(an, "x".repeat(1501)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Vul hoogstens 1500 tekens in");
        assertThat(answer.form().get("text-nl")).hasSize(1501);
        assertThat(room.standing("#WE-DO", "sk")).isEmpty();
    }
}
