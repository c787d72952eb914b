package be.leerkring.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.ComingSession;
import be.leerkring.local.QuietSite;
import be.leerkring.local.Site;
import be.leerkring.network.session.Session;
import be.leerkring.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever sends form after form is told when it goes on, the same on the laptop and behind API Gateway. */
class ManyFormsTest {

    private static final int AN_HOUR = 30;

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** The session is announced of the day of the test. */
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.HOURS);

    private QuietSite quiet;
    private Session session;
    private List<Site> sites;

    @BeforeEach
    void open() {
        quiet = new QuietSite(NOW);
        session = ComingSession.publish(quiet.database().client(), QuietSite.TABLE);
        sites = List.of(quiet.site(), new FunctionSite(quiet.context()));
    }

    @AfterEach
    void close() {
        quiet.close();
    }

    @Test
    void theThirtyFirstFormOfAnHourIsKeptOnThePageWithTheHourAtWhichItCanBeSent() {
        sites.forEach(site -> {
            for (var number = 0; number < AN_HOUR; number++) {
                assertThat(register(site, number).status()).isEqualTo(303);
            }
            var written = quiet.database().writeRequests();
            var answer = register(site, AN_HOUR);

            assertThat(answer.status()).isEqualTo(429);
            var again = NOW.plus(Duration.ofMinutes(65));
            assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(answer.header("retry-after"))))
                    .isEqualTo(again);
            assertThat(answer.body()).contains(
                    DateTimeFormatter.ofPattern("H.mm'\u00A0uur'").format(again.atZone(BRUSSELS)),
                    "mailto:",
                    "value=\"Noor Peeters\"",
                    "value=\"noor30@example.org\"");
            assertThat(quiet.database().writeRequests()).isEqualTo(written);
        });
        quiet.clock().forward(Duration.ofMinutes(65));
        sites.forEach(site -> assertThat(register(site, AN_HOUR).status()).isEqualTo(303));
    }

    /** A client writes its headers itself. */
    private Answer register(Site site, int number) {
        var headers = Map.of(
                "content-type", "application/x-www-form-urlencoded",
                "accept-language", "nl",
                "x-leerkring-source", "198.51.100." + number,
                "x-forwarded-for", "198.51.100." + number,
                "forwarded", "for=198.51.100." + number);
        return site.send("POST", session.path() + "/register", headers, form("noor" + number + "@example.org", ""));
    }

    private static String form(String address, String trap) {
        return "name=Noor+Peeters&email=" + address.replace("@", "%40")
                + "&organisation=other&otherOrganisation=Club&language=nl&consent=yes&website=" + trap;
    }

    @Test
    void nobodyReadsWhatIsUntrue() {
        var headers = Map.of("content-type", "application/x-www-form-urlencoded", "accept-language", "nl");
        sites.forEach(site -> {
            var answer = site.send("POST", session.path() + "/register", headers, form("jan@example.org", ""));
            assertThat(answer.status()).isEqualTo(303);
            var cookie = answer.cookies().getFirst().split(";")[0];
            var browser = Map.of("accept-language", "nl", "cookie", cookie);
            assertThat(site.send("GET", answer.header("location"), browser, "").body())
                    .contains("jan@example.org", "mailto:")
                    .doesNotContain("gestuurd");
            var trapped = form("jan@example.org", "https://robot.example");
            assertThat(site.send("POST", session.path() + "/register", headers, trapped).status()).isEqualTo(422);
        });
    }
}
