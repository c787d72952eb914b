package be.leerkring.feedback.answers;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormText;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
        assertThat(answer(token, Map.of("usefulness", "4"))).isInstanceOf(Answering.Outcome.Closed.class);
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
    void theTallyIsWhatARecountGivesHoweverManyAnswerAtOnceAndAgain() throws Exception {
        var tokens = List.copyOf(room.asked(4).values());
        try (var people = Executors.newFixedThreadPool(4)) {
            var acts = IntStream.range(0, 60).<Callable<Answering.Outcome>>mapToObj(act -> () -> {
                var random = new Random(act);
                var fields = random.nextInt(4) == 0
                        ? Map.<String, Object>of()
                        : Map.<String, Object>of(
                                "usefulness", Integer.toString(1 + random.nextInt(5)),
                                "recommend", random.nextBoolean() ? Integer.toString(random.nextInt(11)) : "",
                                "missed", random.nextBoolean() ? "Koffie" : "");
                return answer(tokens.get(random.nextInt(tokens.size())), fields);
            }).toList();
            for (var done : people.invokeAll(acts)) {
                assertThat(done.get()).isInstanceOfAny(Answering.Outcome.Done.class, Answering.Outcome.Empty.class);
            }
        }
        var answers = room.standing("FEEDBACK#", "sk");
        var tally = room.tally().orElseThrow();
        assertThat(tally.answered()).isEqualTo(answers.size());
        assertThat(tally.usefulness()).isEqualTo(recount(answers, "usefulness"));
        assertThat(tally.recommend()).isEqualTo(recount(answers, "recommend"));
    }

    private static Map<Integer, Integer> recount(List<Map<String, AttributeValue>> answers, String scale) {
        return answers.stream()
                .filter(answer -> answer.containsKey(scale))
                .collect(Collectors.toMap(answer -> Integer.valueOf(answer.get(scale).n()), _ -> 1, Integer::sum));
    }
}
