package be.leerkring.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.ComingSession;
import be.leerkring.local.QuietSite;
import be.leerkring.local.Site;
import be.leerkring.local.scenario.FunctionSite;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many people at the same moment, under the template's own throttle: everybody gets every page, with its stylesheet.
 */
class PageRushTest {

    private static final int PEOPLE = 500;
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    /** A person reads for a while before the next page. */
    private static final Duration READING = Duration.ofSeconds(3);

    private static QuietSite quiet;
    private static Site function;
    private static List<String> pages;

    @BeforeAll
    static void start() {
        quiet = new QuietSite(Instant.now());
        var session = ComingSession.publish(quiet.database().client(), QuietSite.TABLE).path();
        function = new FunctionSite(quiet.context());
        pages = List.of(session, session + "/register", session + "/register/sent");
    }

    @AfterAll
    static void stop() {
        quiet.close();
    }

    @Test
    void fiveHundredWithinTenSecondsGetTheirPagesWithoutAFront() {
        var rush = new Rush(Throttle.of(quiet.template(), quiet.clock()), Function.identity());

        assertThat(rush.of(PEOPLE, person -> person * TEN_SECONDS.toMillis() / PEOPLE)).isZero();
    }

    /** A mail reaches everybody at once, and a front keeps what all of them load. */
    @Test
    void fiveHundredAtTheSameInstantGetTheirPagesBehindAFront() {
        var edge = new Cache(quiet.clock());
        var rush = new Rush(
                Throttle.of(quiet.template(), quiet.clock()),
                api -> path -> path.startsWith("/assets/") ? edge.get(path, api) : api.apply(path));

        assertThat(rush.of(PEOPLE, _ -> 0L)).isZero();
    }

    /** As many a second as infrastructure/edge.yaml lets one address make. */
    @Test
    void oneClientThatGoesOnAndOnLocksNobodyOut() {
        var rush = new Rush(Throttle.of(quiet.template(), quiet.clock()), Function.identity());
        IntStream.range(0, 300).forEach(request -> rush.asks(request * 100L, pages.getFirst()));

        assertThat(rush.of(PEOPLE, person -> person * TEN_SECONDS.toMillis() / PEOPLE)).isZero();
    }

    /** What the stand-in is there for: it says no where there is reason to. */
    @Test
    void aThrottleOfTwentyFiveASecondWouldTurnMostAway() {
        var rush = new Rush(new Throttle(100, 25, quiet.clock()), Function.identity());

        assertThat(rush.of(PEOPLE, person -> person * TEN_SECONDS.toMillis() / PEOPLE)).isGreaterThan(PEOPLE / 2);
    }

    /** Requests in the order of their moments, by a clock that only they move. */
    private static final class Rush {

        private record Request(Instant at, int person, String path, boolean page) {}

        private final Throttle throttle;
        private final Function<String, Answer> entrance;
        private final Instant began = quiet.clock().instant();
        private final PriorityQueue<Request> requests = new PriorityQueue<>(Comparator.comparing(Request::at));
        private final Map<Integer, Cache> browsers = new HashMap<>();
        private final Map<String, Answer> answered = new HashMap<>();
        private final List<Integer> refused = new ArrayList<>();

        Rush(Throttle throttle, Function<Function<String, Answer>, Function<String, Answer>> front) {
            this.throttle = throttle;
            this.entrance = front.apply(this::api);
        }

        /** The function is asked once for each path; all others would get the same. */
        private Answer api(String path) {
            return throttle.lets()
                    ? answered.computeIfAbsent(path, function::get)
                    : new Answer(429, Map.of(), "{\"message\":\"Too Many Requests\"}");
        }

        /** Somebody else asks for this path, so many milliseconds after the beginning. */
        void asks(long millis, String path) {
            requests.add(new Request(began.plusMillis(millis), -1, path, false));
        }

        /** How many of so many people were refused anything; each comes so many milliseconds after the beginning. */
        long of(int people, IntToLongFunction millis) {
            for (var person = 0; person < people; person++) {
                for (var page = 0; page < pages.size(); page++) {
                    var at = began.plusMillis(millis.applyAsLong(person)).plus(READING.multipliedBy(page));
                    requests.add(new Request(at, person, pages.get(page), true));
                }
            }
            for (var next = requests.poll(); next != null; next = requests.poll()) {
                answer(next);
            }
            var out = refused.stream().filter(person -> person >= 0).distinct().count();
            System.out.printf("%d people, %d calls of the API: %d were refused something%n",
                    people, throttle.taken(), out);
            return out;
        }

        private void answer(Request request) {
            quiet.clock().moveTo(request.at());
            var browser = browsers.computeIfAbsent(request.person(), _ -> new Cache(quiet.clock()));
            var answer = browser.get(request.path(), entrance);
            if (answer.status() == 429) {
                refused.add(request.person());
            } else if (request.page()) {
                assertThat(answer.status()).as(request.path()).isEqualTo(200);
                Linked.by(answer).forEach(file -> requests
                        .add(new Request(request.at().plusMillis(50), request.person(), file, false)));
            }
        }
    }
}
