package be.leerkring.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.ComingSession;
import be.leerkring.local.QuietSite;
import be.leerkring.local.Site;
import be.leerkring.local.SiteAddresses;
import be.leerkring.local.scenario.FunctionSite;
import be.leerkring.testing.Answer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a phone has to load of the functions' answers, as API Gateway would hand them on. */
class FirstVisitTest {

    private static final int KILOBYTE = 1024;

    private static QuietSite quiet;
    private static Site function;
    private static String session;

    @BeforeAll
    static void start() {
        quiet = new QuietSite(Instant.now());
        session = ComingSession.publish(quiet.database().client(), QuietSite.TABLE).path();
        function = new FunctionSite(quiet.context());
    }

    @AfterAll
    static void stop() {
        quiet.close();
    }

    @Test
    void theProgrammeAndASessionWithAllTheyShowAreLessThanSixteenKilobytes() {
        var bytes = 0;
        var loaded = new HashSet<String>();
        for (var path : new String[] {"/", session}) {
            var page = browsed(path);
            bytes += length(page);
            for (var file : Linked.by(page)) {
                if (loaded.add(file)) {
                    bytes += length(browsed(file));
                }
            }
        }
        System.out.printf("A first visit: two pages and %s, %d bytes%n", loaded, bytes);
        assertThat(loaded).isNotEmpty().allMatch(file -> file.startsWith("/assets/"));
        assertThat(bytes).isLessThan(16 * KILOBYTE);
    }

    @Test
    void whatAPageShowsIsKeptForGoodAndThePageIsNot() {
        var page = browsed(session);

        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(Linked.by(page)).isNotEmpty().allSatisfy(file -> assertThat(browsed(file).header("cache-control"))
                .as(file)
                .isEqualTo("public, max-age=31536000, immutable"));
    }

    /** The front keeps what says that it may be kept, without looking at cookies or languages. */
    @Test
    void nothingButTheFilesOfAssetsAndTheIconMayBeKept() {
        assertThat(SiteAddresses.of(quiet.context()).keySet())
                .filteredOn(address -> !address.startsWith("/assets/") && !address.equals("/favicon.ico"))
                .isNotEmpty()
                .allSatisfy(address -> {
                    var answer = browsed(address.replaceAll("\\{[^}]+}", "none"));
                    assertThat(answer.header("cache-control")).as(address).isEqualTo("no-store");
                });
    }

    @Test
    void theFunctionsSayWhatTheLaptopSays() {
        var style = Linked.by(browsed("/")).stream().filter(file -> file.endsWith(".css")).findFirst().orElseThrow();
        for (var path : new String[] {"/", session, session + "/register", style}) {
            var packed = browsed(path);
            var plain = function.get(path);
            assertThat(packed.header("content-encoding")).as(path).isEqualTo("gzip");
            assertThat(packed.header("vary")).as(path).contains("Accept-Encoding").isEqualTo(plain.header("vary"));
            assertThat(plain.header("content-encoding")).as(path).isEmpty();
            assertThat(packed.body()).as(path).isEqualTo(plain.body());
            assertThat(anywhere(packed)).as(path).isEqualTo(anywhere(quiet.site().get(path)));
        }
    }

    /** The page, wherever the site is that answers. */
    private static String anywhere(Answer page) {
        return page.body().replaceAll(
                "(?:https?|webcal)(?:://|%3A%2F%2F)(?:localhost(?::|%3A)\\d+|[a-z.-]+\\.eu-west-1\\.amazonaws\\.com)",
                "");
    }

    @Test
    void aHeadAsksForNoBody() {
        var answer = function.send("HEAD", "/", Map.of("accept-encoding", "gzip"), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    private static Answer browsed(String path) {
        return function.send("GET", path, Map.of("accept-encoding", "gzip, deflate, br, zstd"), "");
    }

    private static int length(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return Integer.parseInt(answer.header("content-length"));
    }
}
