package be.leerkring.feedback.answers;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.FeedbackRoom;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormText;
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
}
