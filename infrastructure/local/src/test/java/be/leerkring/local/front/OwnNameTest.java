package be.leerkring.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.ComingSession;
import be.leerkring.local.Project;
import be.leerkring.local.QuietSite;
import be.leerkring.local.Site;
import be.leerkring.local.scenario.FunctionSite;
import be.leerkring.testing.Answer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A site with a name of its own, with CloudFront in front of it; and one without, which is as it was. */
class OwnNameTest {

    private static final String DOMAIN = "netwerk.example.org";
    private static final String API = "leerkring.execute-api.eu-west-1.amazonaws.com";
    private static final Map<String, String> FORM = Map.of("content-type", "application/x-www-form-urlencoded");

    private static QuietSite quiet;
    private static Site function;
    private static String session;

    @BeforeAll
    static void start() {
        quiet = new QuietSite(Instant.now(),
                Map.of("Domain", DOMAIN, "Certificate", "arn:aws:acm:us-east-1:1:certificate/c"));
        session = ComingSession.publish(quiet.database().client(), QuietSite.TABLE).path();
        function = new FunctionSite(quiet.context());
    }

    @AfterAll
    static void stop() {
        quiet.close();
    }

    @Test
    void mailsHaveTheNetworksOwnNameWhereThereIsOneAndTheApisElse() {
        assertThat(addresses(quiet.template())).isNotEmpty().containsOnly("https://" + DOMAIN);
        assertThat(quiet.template().output("SiteAddress")).isEqualTo("https://" + DOMAIN);
        assertThat(addresses(withoutDomain())).isNotEmpty().containsOnly("https://" + API);
        assertThat(withoutDomain().output("SiteAddress")).isEqualTo("https://" + API);
    }

    @Test
    void withoutADomainThereIsNoFrontAndNoSecret() {
        assertThat(withoutDomain().resources()).extracting("logicalId").doesNotContain("Front", "FrontSecret");
        assertThat(withoutDomain().functions()).allSatisfy(each -> assertThat(each.environment())
                .containsEntry("FRONT_DOMAIN", "")
                .containsEntry("FRONT_SECRET", ""));
        assertThat(quiet.template().resources()).extracting("logicalId").contains("Front", "FrontSecret");
    }

    @Test
    void calendarsHaveTheNameThatTheVisitorCameByAndTheSameUids() {
        var own = unfolded(fronted("GET", session + "/calendar.ics", Map.of(), ""));
        var direct = unfolded(function.get(session + "/calendar.ics"));

        assertThat(own).contains("https://" + DOMAIN + session).doesNotContain(API);
        assertThat(direct).contains("https://" + API + session);
        assertThat(own.lines().filter(line -> line.startsWith("UID:")).toList()).isNotEmpty()
                .isEqualTo(direct.lines().filter(line -> line.startsWith("UID:")).toList());
    }

    private static String unfolded(Answer calendar) {
        return calendar.body().replaceAll("\\r?\\n ", "");
    }

    @Test
    void tlsIsAskedForBelowTheNetworksOwnNameAndNotBelowOthers() {
        assertThat(fronted("GET", "/", Map.of(), "").header("strict-transport-security"))
                .isEqualTo("max-age=63072000; includeSubDomains");
        assertThat(function.get("/").header("strict-transport-security")).isEqualTo("max-age=63072000");
    }

    /** Browsers that send no Fetch Metadata are known by the origin that they name. */
    @Test
    void aFormOfTheDeskMayComeFromTheNetworksOwnName() {
        var form = new HashMap<>(FORM);
        form.put("origin", "https://" + DOMAIN);

        assertThat(fronted("POST", "/organiser/sign-in", form, "email=an%40example.org").status()).isNotEqualTo(403);
        assertThat(function.send("POST", "/organiser/sign-in", form, "email=an%40example.org").status()).isEqualTo(403);
    }

    @Test
    void triesAreCountedByTheAddressOfTheViewerAndNotOfTheFront() {
        assertThat(refusals(tries -> Map.of("cloudfront-viewer-address", "198.51.100." + tries + ":46532"))).isZero();
        assertThat(refusals(_ -> Map.of("cloudfront-viewer-address", "203.0.113.9:46532"))).isPositive();
    }

    /** Whoever writes the front's headers without its secret counts as one. */
    @Test
    void nobodyCanWriteAnAddressOfTheirChoice() {
        var refused = 0;
        for (var tries = 0; tries < 40; tries++) {
            var headers = new HashMap<>(FORM);
            headers.put("cloudfront-viewer-address", "192.0.2." + (tries + 10) + ":1");
            headers.put("x-front-secret", "geraden");
            refused += function.send("POST", session + "/register", headers, person("x" + tries)).status() == 429
                    ? 1
                    : 0;
        }
        assertThat(refused).isPositive();
    }

    private static long refusals(IntFunction<Map<String, String>> viewers) {
        var refused = 0;
        for (var tries = 0; tries < 40; tries++) {
            var headers = new HashMap<>(FORM);
            headers.putAll(viewers.apply(tries));
            refused += fronted("POST", session + "/register", headers, person("p" + tries)).status() == 429 ? 1 : 0;
        }
        return refused;
    }

    private static String person(String name) {
        return "name=An+Peeters&email=" + name + "%40example.org&organisation=vil&language=nl&consent=yes";
    }

    /** A request as CloudFront hands it on. */
    private static Answer fronted(String method, String path, Map<String, String> headers, String body) {
        var sent = new HashMap<>(headers);
        sent.put("x-front-secret", quiet.template().functions().getFirst().environment().get("FRONT_SECRET"));
        sent.putIfAbsent("cloudfront-viewer-address", "198.51.100.200:46532");
        return function.send(method, path, sent, body);
    }

    private static List<String> addresses(StackTemplate template) {
        return template.functions().stream()
                .filter(each -> each.environment().containsKey("SITE_ADDRESS"))
                .map(each -> each.environment().get("SITE_ADDRESS"))
                .toList();
    }

    private static StackTemplate withoutDomain() {
        return StackTemplate.read(
                Project.root().resolve("template.yaml"),
                Map.of("Site.ApiEndpoint", "https://" + API, "Mail.ConfigurationSet", "l", "Table.Table", "t"));
    }
}
