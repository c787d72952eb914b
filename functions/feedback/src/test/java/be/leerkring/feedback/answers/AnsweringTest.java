package be.leerkring.feedback.answers;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.Answers;
import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.FormText;
import be.leerkring.testing.StartedRoom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the table knows of an answer. */
final class AnsweringTest {

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
    void theLastAnswerOfALinkCounts() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        room.register("jan", RegistrationState.CONFIRMED);
        room.register("els", RegistrationState.CONFIRMED);
        room.askOnMonday();
        var tokens = room.tokens();

        answer(tokens.get("jan@voorbeeld.be"), Map.of("usefulness", "2", "takeaway", "Eerst"));
        answer(tokens.get("jan@voorbeeld.be"), Map.of("usefulness", "4", "missed", "Daarna"));
        answer(tokens.get("els@voorbeeld.be"), Map.of("usefulness", "5"));

        assertThat(room.standing("FEEDBACK#", "sk"))
                .extracting(item -> item.get("usefulness").n())
                .containsExactlyInAnyOrder("4", "5");
        assertThat(room.standing("FEEDBACK#", "sk")).noneMatch(item -> item.containsKey("takeaway"));
    }

    @Test
    void nothingInTheTableLinksAnUnsignedAnswerToARegistration() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        var jan = room.register("jan", RegistrationState.CONFIRMED);
        room.askOnMonday();
        var token = room.tokens().get("jan@voorbeeld.be");

        // The name and the organisation are left over in the form; without a signature they are dropped.
        var outcome = answer(token, Map.of(
                "usefulness", "4", "attribution", "none", "name", "jan", "organisation", jan.organisation()));

        assertThat(outcome).isEqualTo(new Answering.Outcome.Done());
        var answer = room.standing("FEEDBACK#", "sk");
        var link = room.standing("LINK#sessie", "pk");
        assertThat(answer).hasSize(1);
        assertThat(link).hasSize(1);
        for (var item : List.of(answer.getFirst(), link.getFirst())) {
            assertThat(item.toString())
                    .doesNotContain(jan.person(), jan.email().text(), "jan", jan.organisation(), token.text());
        }
        assertThat(answer.getFirst()).containsOnlyKeys(
                "pk", "sk", "usefulness", "signing", "language", "kind", "revision", "expires");
        var linkHash = link.getFirst().get("sk").s();
        assertThat(answer.getFirst().get("sk").s()).doesNotContain(linkHash);
    }

    @Test
    void aSignedQuoteNeedsItsWordsAndItsName() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        room.register("jan", RegistrationState.CONFIRMED);
        room.askOnMonday();

        assertThat(answer(room.tokens().get("jan@voorbeeld.be"), Map.of("attribution", "person")))
                .isInstanceOf(Answering.Outcome.Invalid.class);
        assertThat(room.standing("FEEDBACK#", "sk")).isEmpty();
    }

    @Test
    void aLinkAnswersForNinetyDaysAndForNoOtherSession() {
        room.publish(FeedbackRoom.on("2017-03-24"));
        room.register("jan", RegistrationState.CONFIRMED);
        room.askOnMonday();
        var token = room.tokens().get("jan@voorbeeld.be");

        assertThat(answer(new Token(token.text().replaceFirst("sessie", "andere")), Map.of()))
                .isEqualTo(new Answering.Outcome.Unknown());
        room.clock().moveTo(FeedbackRoom.on("2017-03-24").end().plus(Duration.ofDays(90)));
        assertThat(answer(token, Map.of("usefulness", "4"))).isEqualTo(new Answering.Outcome.Closed());
        assertThat(room.standing("FEEDBACK#", "sk")).isEmpty();
    }

    @Test
    void anEmptyFormIsNoAnswerAndOneThatIsEmptiedIsNoneAnyMore() {
        var token = room.asked(1).values().iterator().next();

        assertThat(answer(token, Map.of("attribution", "none"))).isEqualTo(new Answering.Outcome.Empty());
        assertThat(room.standing("FEEDBACK#", "sk")).isEmpty();
        assertThat(room.tally()).isEmpty();
        assertThat(room.answer(token).location()).endsWith("?done=empty");
        assertThat(room.reader().get("/feedback/" + token.text() + "?done=empty").text())
                .contains("Er is nu geen antwoord van u");

        answer(token, Map.of("usefulness", "4"));
        assertThat(room.tally().orElseThrow().usefulness()).isEqualTo(Map.of(4, 1));
        assertThat(answer(token, Map.of())).isEqualTo(new Answering.Outcome.Empty());
        assertThat(room.standing("FEEDBACK#", "sk")).isEmpty();
        assertThat(room.tally().orElseThrow().answered()).isZero();
        assertThat(room.tally().orElseThrow().usefulness()).isEmpty();
    }

    @Test
    void theTallyFollowsEveryAnswerAndItsChanges() {
        var tokens = room.asked(3).values().iterator();
        var one = tokens.next();
        answer(one, Map.of("usefulness", "2", "recommend", "3"));
        answer(tokens.next(), Map.of("usefulness", "5"));
        answer(tokens.next(), Map.of("missed", "Koffie"));
        answer(one, Map.of("usefulness", "4", "recommend", "9"));
        answer(one, Map.of("usefulness", "4", "recommend", "9", "missed", "Thee"));

        var tally = room.tally().orElseThrow();
        assertThat(tally.answered()).isEqualTo(3);
        assertThat(tally.usefulness()).isEqualTo(Map.of(4, 1, 5, 1));
        assertThat(tally.recommend()).isEqualTo(Map.of(9, 1));
    }

    @Test
    void anAnswerHasItsKindItsLanguageAndAnEndAndNoMomentOfItsOwn() {
        var token = room.asked(1, _ -> Organisation.Kind.SPEARHEAD_CLUSTER).values().iterator().next();
        room.clock().forward(Duration.ofMinutes(7));
        answer(token, Map.of("quote", "Dat helpt.", "attribution", "organisation", "organisation", "VIL"));

        var answer = room.standing("FEEDBACK#", "sk").getFirst();
        var end = FeedbackRoom.on("2017-03-24").end();
        assertThat(answer.get("kind").s()).isEqualTo("spearhead-cluster");
        assertThat(answer.get("language").s()).isEqualTo("nl");
        assertThat(answer.get("expires").n()).isEqualTo(Long.toString(end.plus(Duration.ofDays(365)).getEpochSecond()));
        assertThat(answer.get("due").s()).isEqualTo("QUOTE");
        assertThat(answer.get("dueAt").s()).as("when it was given").isEqualTo("2017-03-24T16:00:00.000Z");
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
        assertThat(room.reader().get("/feedback/" + token.text()).text()).contains("Een organisator leest uw zin nog");
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
            room.database().client().deleteItem(delete -> delete.tableName(StartedRoom.TABLE)
                    .key(Map.of("pk", forgotten.getFirst().get("pk"), "sk", forgotten.getFirst().get("sk"))));
        }

        assertThat(room.reader().get("/feedback/" + token.text()).text()).contains("Antwoorden kan niet meer",
                "Dat helpt.");
        assertThat(answer(token, Map.of("usefulness", "4"))).isEqualTo(new Answering.Outcome.Closed());
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
