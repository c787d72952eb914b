package be.leerkring.emulator.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRouteTest {

    private static final List<HttpRoute> ROUTES = Stream.of(
            "/", "/desk", "/desk/{proxy+}", "/desk/sign-in", "/desk/sign-in/{token}", "/desk/sessions/{id}",
            "/desk/sessions/{id}/log", "/desk/sessions/{id}/{proxy+}", "/desk/sessions/{id}/plan/{proxy+}",
            "/desk/sessions/{id}/people.csv", "$default")
            .map(path -> new HttpRoute("ANY", path))
            .toList();

    @ParameterizedTest
    @CsvSource({
            "/, /",
            "/desk, /desk",
            "/elsewhere, $default",
            "/desktop, $default",
            "/desk/mail, /desk/{proxy+}",
            "/desk/mail/again, /desk/{proxy+}",
            "/desk/sign-in, /desk/sign-in",
            "/desk/sign-in/a-token, /desk/sign-in/{token}",
            "/desk/sign-in/a-token/more, /desk/{proxy+}",
            "/desk/sessions, /desk/{proxy+}",
            "/desk/sessions/new, /desk/sessions/{id}",
            "/desk/sessions/a/log, /desk/sessions/{id}/log",
            "/desk/sessions/a/log/more, /desk/sessions/{id}/{proxy+}",
            "/desk/sessions/a/people.csv, /desk/sessions/{id}/people.csv",
            "/desk/sessions/a/peopleXcsv, /desk/sessions/{id}/{proxy+}",
            "/desk/sessions/a/plan, /desk/sessions/{id}/{proxy+}",
            "/desk/sessions/a/plan/wall, /desk/sessions/{id}/plan/{proxy+}"})
    void oneThatFitsInFullGoesBeforeAGreedyOneAndTheLongerOfTwoBeforeTheShorter(String path, String expected) {
        assertThat(HttpRoute.choose(ROUTES, "GET", path)).contains(new HttpRoute("ANY", expected));
    }

    @Test
    void aGreedyVariableTakesOneSegmentOrMore() {
        assertThat(HttpRoute.choose(ROUTES, "GET", "/desk/")).contains(new HttpRoute("ANY", "$default"));
    }

    @Test
    void aVariablesNameDoesNotCount() {
        var named = new HttpRoute("ANY", "/desk/{zebra}");
        var greedy = new HttpRoute("ANY", "/desk/{all+}");

        assertThat(HttpRoute.choose(List.of(greedy, named), "GET", "/desk/mail")).contains(named);
    }

    @Test
    void whatFitsInFullGoesBeforeWhatIsGreedyHoweverMuchItLeavesOpen() {
        var open = new HttpRoute("ANY", "/{room}/{page}");
        var greedy = new HttpRoute("ANY", "/desk/{proxy+}");

        assertThat(HttpRoute.choose(List.of(greedy, open), "GET", "/desk/mail")).contains(open);
    }

    @Test
    void aMethodThatIsGivenGoesBeforeAnyMethod() {
        var any = new HttpRoute("ANY", "/form");
        var post = new HttpRoute("POST", "/form");

        assertThat(HttpRoute.choose(List.of(any, post), "POST", "/form")).contains(post);
        assertThat(HttpRoute.choose(List.of(any, post), "GET", "/form")).contains(any);
        assertThat(HttpRoute.choose(List.of(post), "GET", "/form")).isEmpty();
    }
}
