package be.leerkring.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    void whatFillsInTheFieldThatNobodySeesIsToldSoAndWritesNothing() {
        var before = items();
        var fields = form("robot@example.org");
        fields.put("website", "https://example.org");

        var answer = post(path(), fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#website\"");
        assertThat(items()).isEqualTo(before);
    }

    static Stream<Arguments> whatMailProgramsAndScannersSend() {
        var large = "x".repeat(1100);
        var tooLarge = "%C3%A9".repeat(1050);
        return Stream.of(
                Arguments.of(404, "GET", "/foo%20bar", ""),
                Arguments.of(404, "GET", "/a%7Cb", ""),
                Arguments.of(404, "GET", "/sessions/a%20b", ""),
                Arguments.of(404, "GET", "/sessions/%7Bid%7D/register", ""),
                Arguments.of(404, "GET", "/%3Cscript%3E", ""),
                Arguments.of(404, "GET", "/100%25%20sure", ""),
                Arguments.of(404, "GET", "/a%5Cb%0Ac", ""),
                Arguments.of(303, "GET", "/my/een." + UNKNOWN_TOKEN + "%22", ""),
                Arguments.of(303, "GET", "/confirm/een." + UNKNOWN_TOKEN + "%3E", ""),
                Arguments.of(303, "GET", "/feedback/een." + UNKNOWN_TOKEN + "%20", ""),
                Arguments.of(404, "GET", "/sessions/" + large, ""),
                Arguments.of(404, "GET", "/sessions/" + tooLarge + "/register", ""),
                Arguments.of(404, "POST", "/sessions/" + tooLarge + "/register", "name=An"),
                Arguments.of(404, "GET", "/sessions/" + tooLarge + "/calendar.ics", ""),
                Arguments.of(404, "GET", "/sessions/a%20b/register/sent", ""),
                Arguments.of(303, "POST", "/confirm/a%20b", "a=b"),
                Arguments.of(303, "POST", "/my/a%7Cb/seat", "a=b"),
                Arguments.of(303, "POST", "/my/a%5Bb%00/cancel", "a=b"),
                Arguments.of(400, "POST", "REGISTER", "name=%"),
                Arguments.of(400, "POST", "REGISTER", "name=%ZZ&email=x"),
                Arguments.of(400, "POST", "REGISTER", "na%zme=x"),
                Arguments.of(400, "POST", "/organiser/sign-in", "email=%"),
                Arguments.of(422, "POST", "REGISTER", "a=b&".repeat(5) + fields(2_000)),
                Arguments.of(413, "POST", "REGISTER", fields(20_000)),
                Arguments.of(422, "POST", "REGISTER", "website=x&email=" + "x".repeat(30_000)));
    }

    private static String fields(int many) {
        return IntStream.range(0, many).mapToObj(field -> "f" + field + "=1").collect(Collectors.joining("&"));
    }

    @ParameterizedTest
    @MethodSource("whatMailProgramsAndScannersSend")
    void whatNoBrowserSendsIsAnsweredTheSameByAllAndWritesNothing(int status, String method, String path, String body) {
        var before = items();
        var headers = body.isEmpty() ? Map.<String, String>of() : Map.of("content-type", FORM);

        var answer = send(method, path.equals("REGISTER") ? path() : path, headers, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-security-policy")).isNotNull();
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void aMethodThatAPageDoesNotKnowIsRefusedByName() {
        assertThat(send("DELETE", path(), Map.of(), "").status()).isEqualTo(405);
        assertThat(send("POST", "/", Map.of("content-type", "application/x-www-form-urlencoded"), "").status())
                .isEqualTo(405);
    }
}
