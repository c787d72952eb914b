package be.leerkring.feedback.answers;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.Answers;
import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.FormText;
import be.leerkring.testing.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a sentence for the site when its giver changes it or takes it back. */
final class WithdrawingTest {

    private FeedbackRoom room;

    @BeforeEach
    void open() {
        room = new FeedbackRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Answering.Outcome answer(Token token, Map<String, Object> fields) {
        return room.get(Answering.class).answer(
                token, FeedbackForm.of(new FormText(new HashMap<>(fields))), new Language("nl"));
    }

    @Test
    void whoeverChangesASentenceTakesTheOldOneOffTheSiteAndWhoeverLeavesItChangesNothing() {
        var token = room.asked(1).values().iterator().next();
        var signed = Map.<String, Object>of(
                "quote", "Dat helpt.", "attribution", "organisation", "organisation", "VIL", "usefulness", "4");
        answer(token, signed);
        publish(token);
        answer(token, with(signed, "usefulness", "5"));
        assertThat(room.standing("#QUOTE#", "sk")).hasSize(1);
        assertThat(room.standing("FEEDBACK#", "sk").getFirst()).doesNotContainKey("due");
        assertThat(room.reader().get("/feedback/" + token.text()).text()).contains("Uw zin staat op de site");

        answer(token, with(signed, "quote", "Dat helpt echt."));
        assertThat(room.standing("#QUOTE#", "sk")).isEmpty();
        assertThat(room.standing("FEEDBACK#", "sk").getFirst()).containsKey("due");
        assertThat(room.reader().get("/feedback/" + token.text()).text())
                .contains("We publiceren uw zin pas nadat we hem nagelezen hebben");
    }

    @Test
    void aSentenceIsTakenBackByTheMailedLinkAsOftenAsTheButtonIsPressed() {
        var token = room.asked(1).values().iterator().next();
        answer(token, Map.of(
                "quote", "Dat helpt.", "attribution", "person", "organisation", "VIL", "name", "Jan", "usefulness",
                "4"));
        publish(token);
        for (int press = 0; press < 2; press++) {
            var answer = room.reader().post("/feedback/" + token.text() + "/withdraw", Map.of());
            assertThat(answer.status()).isEqualTo(303);
            assertThat(room.reader().get(answer.location()).text()).contains("Uw zin is ingetrokken");
        }
        assertThat(room.standing("#QUOTE#", "sk")).isEmpty();
        assertThat(room.standing("FEEDBACK#", "sk").getFirst())
                .containsKey("usefulness")
                .doesNotContainKeys("quote", "name", "organisation", "due");
        assertThat(room.tally().orElseThrow().answered()).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasNothingButItsSentenceGoesWithIt() {
        var token = room.asked(1).values().iterator().next();
        answer(token, Map.of("quote", "Dat helpt.", "attribution", "organisation", "organisation", "VIL"));
        assertThat(room.get(Answering.class).withdraw(token)).isEqualTo(new Answering.Withdrawal.Done());
        assertThat(room.standing("FEEDBACK#", "sk")).isEmpty();
        assertThat(room.tally().orElseThrow().answered()).isZero();
    }

    @Test
    void aSentenceOnTheSiteCanBeTakenBackWhenLinkAndAnswerAreLongForgotten() {
        var token = room.asked(1).values().iterator().next();
        answer(token, Map.of("quote", "Dat helpt.", "attribution", "organisation", "organisation", "VIL"));
        publish(token);
        room.clock().forward(Duration.ofDays(800));
        for (var forgotten : List.of(room.standing("FEEDBACK#", "sk"), room.standing("LINK#sessie", "pk"))) {
            room.database().client().deleteItem(delete -> delete.tableName(TestDatabase.TABLE)
                    .key(Map.of("pk", forgotten.getFirst().get("pk"), "sk", forgotten.getFirst().get("sk"))));
        }

        assertThat(room.reader().get("/feedback/" + token.text()).text()).contains("Antwoorden kan niet meer",
                "Dat helpt.");
        assertThat(answer(token, Map.of("usefulness", "4"))).isInstanceOf(Answering.Outcome.Closed.class);
        var taken = room.reader().post("/feedback/" + token.text() + "/withdraw", Map.of());
        assertThat(room.reader().get(taken.location()).text()).contains("Uw zin is ingetrokken");
        assertThat(room.standing("#QUOTE#", "sk")).isEmpty();
        assertThat(room.reader().get("/feedback/" + token.text()).status()).isEqualTo(404);
    }

    @Test
    void noOtherTokenTakesASentenceBack() {
        var token = room.asked(1).values().iterator().next();
        answer(token, Map.of("quote", "Dat helpt.", "attribution", "organisation", "organisation", "VIL"));
        publish(token);
        for (var other : List.of(
                Token.about("sessie.other"), new Token("sessie.other."), new Token(token.text() + "x"),
                new Token(token.text().replace("other", "spearhead-cluster")), new Token("nergens"))) {
            assertThat(room.reader().post("/feedback/" + other.text() + "/withdraw", Map.of()).status())
                    .isEqualTo(404);
        }
        assertThat(room.standing("#QUOTE#", "sk")).hasSize(1);
    }

    /** As an organiser does it. */
    private void publish(Token token) {
        var answers = room.get(Answers.class);
        var table = room.get(Table.class);
        var key = answers.key("sessie", Answers.id(token));
        var kept = answers.in(table.read(List.of(key)), key).orElseThrow();
        var session = FeedbackRoom.on("2017-03-24");
        table.attempt(List.of(
                answers.put(session, kept.waiting(false)), room.get(Quotes.class).publish(session, kept.quote())));
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, String value) {
        var changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }
}
