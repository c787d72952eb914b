package be.leerkring.local.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.ComingSession;
import be.leerkring.local.Laptop;
import be.leerkring.local.LaptopSite;
import be.leerkring.local.Options;
import be.leerkring.local.Project;
import be.leerkring.local.QuietSite;
import be.leerkring.local.Site;
import be.leerkring.local.SiteAddresses;
import be.leerkring.local.scenario.FunctionSite;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What search engines, and those who are sent a link, find of the site, and what they do not. */
class FoundTest {

    private static final Pattern DISALLOWED = Pattern.compile("(?m)^Disallow: (.*)$");
    private static final Pattern PLACE = Pattern.compile("<loc>https?://[^/]*([^<]*)</loc>");

    private static QuietSite quiet;
    private static Site function;

    @BeforeAll
    static void start() {
        quiet = new QuietSite(Instant.now());
        ComingSession.publish(quiet.database().client(), QuietSite.TABLE);
        function = new FunctionSite(quiet.context());
    }

    @AfterAll
    static void stop() {
        quiet.close();
    }

    /** What robots.txt shuts off, as RFC 9309 reads it: a path that begins so; an asterisk is anything. */
    private static boolean isShutOff(String path) {
        return DISALLOWED.matcher(function.get("/robots.txt").body()).results()
                .map(found -> Pattern.quote(found.group(1)).replace("*", "\\E.*\\Q"))
                .anyMatch(rule -> Pattern.compile(rule).matcher(path).lookingAt());
    }

    private static List<String> map(Site site) {
        return PLACE.matcher(site.get("/sitemap.xml").body()).results().map(FoundTest::path).toList();
    }

    private static String path(MatchResult found) {
        return found.group(1);
    }

    @Test
    void theDeskWhateverAMailedLinkLeadsToAndFormsAreNotForCrawlers() {
        assertThat(SiteAddresses.of(quiet.context()).keySet())
                .filteredOn(address -> SiteAddresses.isOfDesk(address) || address.contains("{token}")
                        || address.contains("/register") || address.endsWith("/open"))
                .hasSizeGreaterThan(50)
                .allMatch(address -> isShutOff(address.replaceAll("\\{[^}]+}", "x")));
    }

    @Test
    void whatTheMapLeadsToIsThereAndSaysWhatItIs() {
        try (var laptop = Laptop.start(Options.DEFAULT.onPort(0))) {
            var site = new LaptopSite(laptop.address());
            assertThat(map(site)).contains("/", "/knowledge", "/network")
                    .anyMatch(path -> path.startsWith("/sessions/"))
                    .doesNotHaveDuplicates()
                    .allSatisfy(path -> {
                        var page = site.get(path);
                        assertThat(page.status()).as(path).isEqualTo(200);
                        assertThat(page.body()).as(path).contains("rel=\"canonical\"", "og:image")
                                .containsPattern("<meta name=\"description\" content=\"[^\"]{20,}\">")
                                .doesNotContain("noindex");
                        assertThat(isShutOff(path)).as(path).isFalse();
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
            "/favicon.ico, favicon.ico, image/x-icon, 4000",
            "/assets/apple-touch-icon.png, apple-touch-icon.png, image/png, 8000",
            "/assets/share.png, share.png, image/png, 40000"
    })
    void aPictureReachesTheBrowserAsItIs(String path, String name, String type, int most) throws IOException {
        var file = Files.readAllBytes(Project.root().resolve("functions/assets").resolve(name));
        var answer = function.get(path);

        assertThat(answer.header("content-type")).isEqualTo(type);
        assertThat(answer.header("content-length")).isEqualTo(Integer.toString(file.length));
        assertThat(answer.body()).isEqualTo(new String(file, UTF_8));
        assertThat(file).hasSizeLessThan(most);
    }

    /** An HTML page's head is read by machines that take the first of each. */
    @Test
    void noPageWithoutADescriptionIsToBeFound() {
        assertThat(SiteAddresses.of(quiet.context()).keySet())
                .filteredOn(address -> !SiteAddresses.isOfDesk(address) && !address.startsWith("/assets/"))
                .allSatisfy(address -> {
                    var page = function.get(address.replaceAll("\\{[^}]+}", "none"));
                    if (page.header("content-type").startsWith("text/html")) {
                        assertThat(page.body().contains("name=\"description\"")).as(address)
                                .isNotEqualTo(page.body().contains("noindex"));
                    }
                });
    }
}
