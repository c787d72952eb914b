package be.leerkring.local.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.ComingSession;
import be.leerkring.local.Project;
import be.leerkring.local.QuietSite;
import be.leerkring.local.Site;
import be.leerkring.local.strangers.BadRequest;
import be.leerkring.local.strangers.RawSite;
import be.leerkring.local.strangers.Strangers;
import be.leerkring.platform.web.SiteFunction;
import be.leerkring.testing.Proof;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever strangers send, over every route and method: a page of ours answers it, and it leaves nothing behind. */
class StrangersTest {

    private static QuietSite quiet;
    private static FunctionSite function;
    private static Site laptop;
    private static String session;
    private static Strangers strangers;

    @BeforeAll
    static void start() {
        quiet = new QuietSite(Instant.now());
        session = ComingSession.publish(quiet.database().client(), QuietSite.TABLE).id();
        function = new FunctionSite(quiet.context());
        laptop = new RawSite(quiet.get(EmbeddedServer.class).getURI());
        var template = StackTemplate.read(
                Project.root().resolve("template.yaml"),
                Map.of("Table.Table", QuietSite.TABLE, "Site.ApiEndpoint", "https://x", "Mail.ConfigurationSet", "l"));
        strangers = new Strangers(quiet.context(), template, quiet.database(), session);
    }

    @AfterAll
    static void stop() {
        quiet.close();
    }

    @Test
    void everyBadRequestIsAnsweredTheSameEverywhereAndLeavesNothing() {
        var log = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(log, true, UTF_8));
        try {
            for (int each = Proof.of(10_000, 100_000); each > 0 && strangers.goOn(); each--) {
                var request = strangers.next();
                if (each % 20 == 0 && isSent(request)) {
                    strangers.answeredAlike(request, function, laptop);
                } else {
                    strangers.answered(request, function);
                }
            }
        } finally {
            System.setOut(out);
        }
        strangers.assertThatNothingIsWrong();
        strangers.assertThatNoTokenIsIn(log.toString(UTF_8));
    }

    /** An encoded slash is one behind API Gateway alone, and what begins with two of them is no path to a server. */
    private static boolean isSent(BadRequest request) {
        return !request.path().contains("%2F") && !request.path().startsWith("//");
    }

    /** Netty would unpack it, fail, and answer as if that were our fault; API Gateway hands it on. */
    @Test
    void whatIsSaidToBePackedAndIsNotIsBadInputOnEitherSite() {
        var packed = Map.of("content-type", "application/x-www-form-urlencoded", "content-encoding", "gzip");

        assertThat(List.of(function, laptop)).allSatisfy(site -> assertThat(
                site.send("POST", "/sessions/" + session + "/register", packed, "name=An&a=b").status())
                .isEqualTo(422));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "language=en; DESK", "DESK; language=en", "a; =; DESK; foo bar=1; $x=1; secure; path=/; language=en",
            "_ga=GA1.2.3; language=en; =b; DESK; ;", "\"; DESK; language=en; x=\"; [=]"})
    void whatStandsInACookieIsReadWhateverStandsBesideIt(String cookies) {
        var headers = Map.of("cookie", cookies.replace("DESK", strangers.cookie()), "accept-language", "nl");

        assertThat(List.of(function, laptop)).allSatisfy(site -> {
            var answer = site.send("GET", "/organiser", headers, "");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("content-language")).isEqualTo("en");
        });
    }

    /** What is typed for longer than a sign-in lasts is not lost; and what another site has sent does not wait. */
    @Test
    void aFormThatIsSentWithoutASignInWaitsOnOurOwnPage() {
        var form = "name=%C3%89cole+%22x%22&note=a%0D%0Ab";
        var type = Map.entry("content-type", "application/x-www-form-urlencoded");
        var ours = Map.ofEntries(type, Map.entry("sec-fetch-site", "same-origin"));
        var theirs = Map.ofEntries(type, Map.entry("sec-fetch-site", "cross-site"));

        assertThat(List.of(function, laptop)).allSatisfy(site -> {
            var turned = site.send("POST", "/organiser/organisations/new", ours, form);
            assertThat(turned.status()).isEqualTo(307);
            var page = site.send("POST", turned.header("location"), ours, form);
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.body())
                    .contains("action=\"/organiser/organisations/new\"", "name=\"name\" value=\"École &#34;x&#34;\"");
            assertThat(site.send("POST", "/organiser/organisations/new", theirs, form).status()).isEqualTo(303);
            assertThat(site.send("POST", turned.header("location"), theirs, form).body()).doesNotContain("École");
        });
    }

    /** Nobody but an organiser can send it, and what comes back has been in their hands. */
    @Test
    void whatAFormOfTheDeskCarriesAlongIsBelievedOnlyWhereItIsOurs() {
        var random = new Random(Proof.seed());
        var keys = List.of("date", "item.x", "item.", "item", "item.09:00.nl", "item.09:00 (2).nl", "title.nl", "title",
                "stage", "audience", "capacity", "kept", "opens", "start", "themes", "approval", "x", "", ".", "venue");
        var values = List.of("x", "", "2017-02-30", "2017-03-23", "09:00", "25:61", "2017-03-23T09:00", "-1", "12",
                "99999999999", "draft", "published", "cancelled", "EVERYONE", "SUBSIDISED", "yes", "a b", "\n");
        for (int each = Proof.of(300, 5000); each > 0; each--) {
            var base = random.ints(1 + random.nextInt(4), 0, keys.size())
                    .mapToObj(key -> keys.get(key) + "\u001f" + values.get(random.nextInt(values.size())))
                    .collect(Collectors.joining("\u001e"));
            var more = random.nextBoolean() ? "&date=2030-01-02&start=09:00&end=10:00&title-nl=A" : "";
            for (var act : List.of("", "/publish", "/preview", "/copy")) {
                var answer = function.send(
                        "POST",
                        "/organiser/sessions/" + session + act,
                        Map.of("content-type", "application/x-www-form-urlencoded", "cookie", strangers.cookie()),
                        "base=" + deflated(base) + more);
                assertThat(answer.status()).as("%s of %s", act, base).isLessThan(500);
            }
        }
    }

    private static String deflated(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(bytes)) {
            deflating.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    @Test
    void nobodySaysWhereTheyCallFrom() {
        assertThat(List.of(function, laptop)).allSatisfy(site -> {
            var statuses = new HashSet<Integer>();
            for (int each = 0; each < 30; each++) {
                statuses.add(site.send(
                        "POST",
                        "/organiser/sign-in",
                        Map.of(
                                "content-type", "application/x-www-form-urlencoded",
                                "x-leerkring-source", "192.0.2." + each,
                                "x-forwarded-for", "192.0.2." + each),
                        "email=somebody" + each + "@example.org").status());
            }
            assertThat(statuses).contains(429);
        });
    }

    @Test
    void anEventThatIsNoneIsAnsweredByAPageToo() {
        var handler = new SiteFunction(quiet.context());

        for (var path : List.of("/", "/my/een." + BadRequest.SECRET)) {
            var answer = handler.handleRequest(APIGatewayV2HTTPEvent.builder().withRawPath(path).build(), null);
            assertThat(answer.getStatusCode()).isEqualTo(500);
            assertThat(answer.getHeaders()).containsEntry("Content-Type", "text/html; charset=utf-8")
                    .containsKeys("Content-Security-Policy", "Strict-Transport-Security", "Referrer-Policy");
            assertThat(answer.getBody()).contains("<h1>Er is bij ons iets misgegaan</h1>");
        }
    }
}
