package be.leerkring.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the site refuses, whatever runs it, and what writes nothing. */
abstract class WrongInput extends OnStage {

    static Stream<Map<String, String>> badInput() {
        return Stream.of(
                Map.of("name", ""),
                Map.of("name", "é".repeat(101)),
                Map.of("name", "An\u0007na"),
                Map.of("name", "An\u202Ena"),
                Map.of("email", ""),
                Map.of("email", "nobody"),
                Map.of("email", "two@lines.example.org\r\nBcc: other@example.org"),
                Map.of("organisation", ""),
                Map.of("organisation", "no-such-organisation"),
                Map.of("role", "r".repeat(101)),
                Map.of("language", "xx"),
                Map.of("consent", ""));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsShownAgainAndWritesNothing(Map<String, String> wrong) {
        var before = items();
        var fields = form("bad@example.org");
        fields.putAll(wrong);

        var answer = post(path(), fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"")
                .contains("href=\"#" + wrong.keySet().iterator().next() + "\"");
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void anEmptyFormIsShownAgainAndWritesNothing() {
        var before = items();

        assertThat(post(path(), Map.of()).status()).isEqualTo(422);
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void aBodyOfAMegabyteIsRefusedAndWritesNothing() {
        var before = items();

        var answer = send("POST", path(), Map.of("content-type", FORM), "name=" + "a".repeat(1 << 20));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void jsonIsRefusedAndWritesNothing() {
        var before = items();

        var answer = send("POST", path(), Map.of("content-type", "application/json"), "{\"name\":\"An\"}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void aRobotIsThankedAndWritesNothing() {
        var before = items();
        var fields = form("robot@example.org");
        fields.put("website", "https://example.org");

        var answer = post(path(), fields);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).isEqualTo(path() + "/sent");
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void aMethodThatAPageDoesNotKnowIsRefusedByName() {
        assertThat(send("DELETE", path(), Map.of(), "").status()).isEqualTo(405);
        assertThat(send("POST", "/", Map.of("content-type", "application/x-www-form-urlencoded"), "").status())
                .isEqualTo(405);
    }
}
