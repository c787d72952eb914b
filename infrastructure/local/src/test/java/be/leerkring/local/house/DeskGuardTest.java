package be.leerkring.local.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import be.leerkring.local.SiteAddresses;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets to the desk, and who does not. */
class DeskGuardTest {

    private static final String SIGN_IN = "/organiser/sign-in";
    private static final String ORGANISER = "organisator@example.org";
    private static final Pattern LINK = Pattern.compile("/organiser/sign-in/[^\\s/]+");

    private static Laptop laptop;
    private static HttpClient browser;

    @BeforeAll
    static void start() {
        laptop = Laptop.start(Options.DEFAULT.onPort(0));
        browser = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        browser.close();
        laptop.close();
    }

    /** So that no test meets the limit that another has used up. */
    @BeforeEach
    void letAnHourPass() throws Exception {
        forward("PT1H");
    }

    @Test
    void everyAddressOfTheDeskAnswersAStrangerWithTheWayToSignInAndNothingElse() throws Exception {
        var addresses = addresses().filter(path -> !path.startsWith(SIGN_IN)).toList();
        assertThat(addresses).hasSizeGreaterThan(50);
        for (var path : addresses) {
            for (var method : List.of("GET", "HEAD", "POST", "PUT", "DELETE")) {
                for (var cookie : List.of("", "__Host-desk=", "__Host-desk=organiser.x.y", "__Host-desk=x")) {
                    var answer = send(method, path, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie), "");
                    assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(303);
                    assertThat(answer.headers().firstValue("Location")).as(method + " " + path).contains(SIGN_IN);
                    assertThat(answer.body()).as(method + " " + path).isEmpty();
                    assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
                }
            }
        }
    }

    private static Stream<String> addresses() {
        var known = SiteAddresses.ofDesk(laptop.context()).keySet().stream()
                .map(path -> path.replace("{id}", "industrie-circulair-2017-03").replaceAll("\\{[^}]+}", "unknown"));
        return Stream.concat(known, Stream.of("/organiser/no/such/page", "/organiser/"));
    }

    @Test
    void nobodyLearnsWhetherAnAddressIsAnOrganisersButItsMailboxDoes() throws Exception {
        var stranger = ask("niemand@example.org");
        var organiser = ask("  Organisator@Example.org ");

        assertThat(stranger.statusCode()).isEqualTo(organiser.statusCode()).isEqualTo(303);
        assertThat(stranger.headers().map().keySet()).isEqualTo(organiser.headers().map().keySet());
        assertThat(stranger.headers().firstValue("Location")).isEqualTo(organiser.headers().firstValue("Location"));
        assertThat(mails()).filteredOn(to -> to.equals("niemand@example.org")).isEmpty();
        assertThat(mails()).contains(ORGANISER);
    }

    @Test
    void theLinkChangesNothingUntilItsButtonIsPressedAndWorksOnce() throws Exception {
        ask(ORGANISER);
        var link = link();
        assertThat(get(link, "").statusCode()).isEqualTo(200);
        assertThat(get(link, "").statusCode()).isEqualTo(200);

        var entered = post(link, "", "");
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-desk=")
                .contains("HTTPOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=43200")
                .doesNotContain("Domain");
        var cookie = cookie(entered);
        assertThat(get("/organiser", cookie).statusCode()).isEqualTo(200);

        assertThat(post(link, "", "").statusCode()).isEqualTo(410);
        assertThat(get(link, "").statusCode()).isEqualTo(410);
        assertThat(post(link, cookie, "").statusCode()).as("the second press of a double click").isEqualTo(303);
    }

    @Test
    void theLinkWorksForTenMinutes() throws Exception {
        ask(ORGANISER);
        var link = link();
        forward("PT9M59S");
        assertThat(get(link, "").statusCode()).isEqualTo(200);
        forward("PT1S");
        assertThat(get(link, "").statusCode()).isEqualTo(410);
        assertThat(post(link, "", "").statusCode()).isEqualTo(410);
    }

    @Test
    void whoeverDoesNothingForTwoHoursIsOutAndWhoeverIsAtWorkAfterTwelve() throws Exception {
        var idle = signIn();
        forward("PT1H59M");
        assertThat(get("/organiser", idle).statusCode()).isEqualTo(200);
        forward("PT1H59M");
        assertThat(get("/organiser", idle).statusCode()).isEqualTo(200);
        forward("PT2H");
        assertThat(get("/organiser", idle).statusCode()).isEqualTo(303);

        var busy = signIn();
        for (int hour = 1; hour < 12; hour++) {
            forward("PT1H");
            assertThat(get("/organiser/log", busy).statusCode()).isEqualTo(200);
        }
        forward("PT59M");
        assertThat(get("/organiser", busy).statusCode()).isEqualTo(200);
        forward("PT1M");
        assertThat(get("/organiser", busy).statusCode()).isEqualTo(303);
    }

    @Test
    void aDeepLinkArrivesWhereItPointsAfterSigningIn() throws Exception {
        var pages = List.of("/organiser/network?sort=contacts&of=vil", "/organiser/sessions/x/people?name=%C3%A9+a");
        for (var deep : pages) {
            var turned = get(deep, "");
            assertThat(turned.statusCode()).isEqualTo(303);
            var onward = cookie(turned);
            ask(ORGANISER);
            var entered = post(link(), onward, "");

            var there = URI.create(entered.headers().firstValue("Location").orElseThrow());
            assertThat(there.getPath()).isEqualTo(URI.create(deep).getPath());
            assertThat(List.of(there.getQuery().split("&")))
                    .containsExactlyInAnyOrder(URI.create(deep).getQuery().split("&"));
            assertThat(entered.headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("__Host-desk="))
                    .anyMatch(cookie -> cookie.startsWith("__Host-desk-onward=;") && cookie.contains("Max-Age=0"));
        }
        assertThat(get("/organiser", "").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void noCookieLeadsAwayFromTheDesk() throws Exception {
        for (var elsewhere : List.of("https://elsewhere.example", "//elsewhere.example", "/organiser/../local", "/my/x",
                "/organiserx", "/organiser/sign-in/sent", "/organiser\\@elsewhere.example", "\n", "")) {
            forward("PT1H");
            var value = Base64.getUrlEncoder().withoutPadding().encodeToString(elsewhere.getBytes(UTF_8));
            ask(ORGANISER);
            var entered = post(link(), "__Host-desk-onward=" + value, "");
            assertThat(entered.headers().firstValue("Location")).as(elsewhere).contains("/organiser");
        }
    }

    @Test
    void whatWasTypedWaitsForTheSignInAndThenGoesOn() throws Exception {
        var body = "email=Nieuw%40Example.org&note=%22%3Cb%3E%22+%27x%27%0D%0Aregel+2&empty=";
        var turned = ours("/organiser/organisers", "", body);
        assertThat(turned.statusCode()).isEqualTo(307);
        var waiting = turned.headers().firstValue("Location").orElseThrow();
        var page = ours(waiting, "", body);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("action=\"/organiser/organisers\"", "name=\"email\" value=\"Nieuw@Example.org\"")
                .contains("name=\"empty\" value=\"\"", "target=\"_blank\"")
                .doesNotContain("<b>\"");
        assertThat(get("/organiser/sign-in/waiting", "").headers().firstValue("Location")).contains(SIGN_IN);

        ask(ORGANISER);
        var entered = post(link(), cookie(page), "");
        assertThat(entered.headers().firstValue("Location")).contains("/organiser/sign-in/waiting");
        var cookie = cookie(entered);
        assertThat(get("/organiser/sign-in/waiting", cookie).body()).contains("U bent aangemeld");
        assertThat(ours("/organiser/organisers", cookie, body).statusCode()).isEqualTo(303);
        assertThat(get("/organiser/organisers", cookie).body()).contains("nieuw@example.org");
        ours("/organiser/organisers/remove", cookie, "address=nieuw@example.org");
    }

    /** The page on which a form waits has a button that sends it: so only what our own pages sent may wait. */
    @Test
    void nobodyElsesFormWaits() throws Exception {
        var waiting = "/organiser/sign-in/waiting?for=/organiser/organisers";
        for (var headers : List.of(Map.<String, String>of(), Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"), Map.of("Sec-Fetch-Site", "none"), Map.of("Origin", "null"),
                Map.of("Origin", "https://elsewhere.example"))) {
            assertThat(send("POST", "/organiser/organisers", headers, "email=x@example.org").statusCode())
                    .as("%s", headers)
                    .isEqualTo(303);
            assertThat(send("POST", waiting, headers, "email=x@example.org").statusCode()).as("%s", headers)
                    .isEqualTo(403);
            assertThat(send("POST", waiting, headers, "email=x@example.org").body()).doesNotContain("x@example.org");
        }
        for (var there : List.of("/my/x", "https://elsewhere.example", "/organiser/sign-in/waiting", "")) {
            assertThat(ours("/organiser/sign-in/waiting?for=" + there, "", "email=x@example.org").body())
                    .as(there)
                    .doesNotContain("action=\"" + there + "\"");
        }
    }

    @Test
    void aFileIsChosenAgainAndWhatWasPastedStays() throws Exception {
        var body = "--edge\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nNaam;Soort\r\n"
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nx\r\n"
                + "--edge--\r\n";
        var headers = Map.of(
                "Sec-Fetch-Site", "same-origin", "Content-Type", "multipart/form-data; boundary=edge");
        var turned = send("POST", "/organiser/organisations/import", headers, body);
        assertThat(turned.statusCode()).isEqualTo(307);
        var page = send("POST", turned.headers().firstValue("Location").orElseThrow(), headers, body);
        assertThat(page.body())
                .contains("enctype=\"multipart/form-data\"", "type=\"file\"", "name=\"text\" value=\"Naam;Soort\"");
    }

    @Test
    void lettingOthersInAndPuttingThemOutAsksForAFreshSignIn() throws Exception {
        var cookie = signIn();
        forward("PT10M");
        for (var act : List.of("/organiser/organisers", "/organiser/organisers/remove")) {
            var turned = ours(act, cookie, "email=derde@example.org&address=derde@example.org");
            assertThat(turned.statusCode()).isEqualTo(307);
            assertThat(ours(turned.headers().firstValue("Location").orElseThrow(), cookie, "email=derde@example.org")
                    .body()).contains("voorbije tien minuten", "action=\"" + act + "\"");
        }
        assertThat(get("/organiser/organisers", cookie).body()).doesNotContain("derde@example.org");
    }

    @Test
    void whoeverSignsOutIsOutHereOrEverywhere() throws Exception {
        var here = signIn();
        var there = signIn();
        var third = signIn();
        assertThat(post("/organiser/sign-out", here, "").headers().firstValue("Set-Cookie").orElseThrow())
                .contains("Max-Age=0");
        assertThat(get("/organiser", here).statusCode()).isEqualTo(303);
        assertThat(get("/organiser", there).statusCode()).isEqualTo(200);

        post("/organiser/sign-out", there, "everywhere=yes");
        assertThat(get("/organiser", there).statusCode()).isEqualTo(303);
        assertThat(get("/organiser", third).statusCode()).isEqualTo(303);
    }

    @Test
    void whatAnotherSiteSendsChangesNothing() throws Exception {
        var cookie = signIn();
        var invite = "email=nieuw@example.org";
        assertThat(foreign(cookie, invite, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(foreign(cookie, invite, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(foreign(cookie, invite, "Origin", "https://elsewhere.example")).isEqualTo(403);
        assertThat(foreign(cookie, invite, "Origin", "null")).isEqualTo(403);
        assertThat(get("/organiser/organisers", cookie).body()).doesNotContain("nieuw@example.org");

        assertThat(foreign(cookie, invite, "Origin", laptop.address())).isEqualTo(303);
        assertThat(get("/organiser/organisers", cookie).body()).contains("nieuw@example.org");
        assertThat(foreign(cookie, "address=nieuw@example.org", "Sec-Fetch-Site", "same-origin", "/remove"))
                .isEqualTo(303);
    }

    private static int foreign(String cookie, String body, String header, String value, String... more)
            throws Exception {
        return send(
                "POST",
                "/organiser/organisers" + String.join("", more),
                Map.of("Cookie", cookie, header, value),
                body)
                .statusCode();
    }

    @Test
    void whoeverIsInvitedCanSignInAndWhoeverIsRemovedIsOutAtOnce() throws Exception {
        var cookie = signIn();
        assertThat(post("/organiser/organisers", cookie, "email=Collega@Example.org").statusCode()).isEqualTo(303);
        assertThat(post("/organiser/organisers", cookie, "email=collega@example.org").statusCode()).isEqualTo(422);
        laptop.settle(Duration.ofMinutes(2));
        assertThat(laptop.ses().mails().getLast().text()).contains(ORGANISER).contains("/organiser/sign-in");

        ask("collega@example.org");
        var colleague = cookie(post(link(), "", ""));
        assertThat(get("/organiser", colleague).statusCode()).isEqualTo(200);

        post("/organiser/organisers", colleague, "email=derde@example.org");
        assertThat(lastTo(ORGANISER)).contains("collega@example.org heeft derde@example.org uitgenodigd");
        post("/organiser/organisers/remove", colleague, "address=derde@example.org");
        assertThat(lastTo(ORGANISER)).contains("collega@example.org heeft derde@example.org van de lijst");
        assertThat(lastTo("derde@example.org")).contains("van de lijst");

        post("/organiser/organisers/remove", cookie, "address=collega@example.org");
        assertThat(get("/organiser", colleague).statusCode()).isEqualTo(303);
        assertThat(get("/organiser/log", cookie).body()).contains("collega@example.org", ORGANISER);
    }

    private static String lastTo(String address) {
        laptop.settle(Duration.ofMinutes(2));
        return laptop.ses().mails().reversed().stream()
                .filter(mail -> mail.to().contains(address))
                .findFirst()
                .orElseThrow()
                .text()
                .replaceAll("\\s+", " ");
    }

    @Test
    void aComplaintLocksNobodyOutAndTheDeskSaysIt() throws Exception {
        laptop.context().getBean(Addresses.class).suppress(ORGANISER, MailState.COMPLAINED);
        var cookie = signIn();
        assertThat(get("/organiser", cookie).body()).contains("Uw adres krijgt geen mails meer");
        assertThat(get("/organiser/organisers", cookie).body()).contains("De lezer meldde onze mail als ongewenst");
        post("/organiser/mail/lift", cookie, "address=" + ORGANISER);
        assertThat(get("/organiser", cookie).body()).doesNotContain("Uw adres krijgt geen mails meer");
    }

    @Test
    void triesAreLimitedForAnAddressAndForASource() throws Exception {
        for (int press = 0; press < 5; press++) {
            assertThat(ask("vaak@example.org").statusCode()).isEqualTo(303);
        }
        assertThat(ask("vaak@example.org").statusCode()).isEqualTo(429);
        for (int address = 0; address < 14; address++) {
            assertThat(ask("adres" + address + "@example.org").statusCode()).isEqualTo(303);
        }
        assertThat(ask("nog@example.org").statusCode()).isEqualTo(429);
    }

    private static void forward(String duration) throws Exception {
        send("POST", "/local/clock", Map.of(), "forward=" + duration);
    }

    /** As a browser sends it from our own page. */
    private static HttpResponse<String> ours(String path, String cookie, String body) throws Exception {
        return send("POST", path, cookie.isEmpty()
                ? Map.of("Sec-Fetch-Site", "same-origin")
                : Map.of("Sec-Fetch-Site", "same-origin", "Cookie", cookie), body);
    }

    private static String signIn() throws Exception {
        ask(ORGANISER);
        return cookie(post(link(), "", ""));
    }

    private static HttpResponse<String> ask(String address) throws Exception {
        return post(SIGN_IN, "", "email=" + address.replace(" ", "+"));
    }

    private static String link() {
        laptop.settle(Duration.ofMinutes(2));
        var link = LINK.matcher(laptop.ses().mails().getLast().text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static List<String> mails() {
        laptop.settle(Duration.ofMinutes(2));
        return laptop.ses().mails().stream().flatMap(mail -> mail.to().stream()).toList();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private static HttpResponse<String> get(String path, String cookie) throws Exception {
        return send("GET", path, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie), "");
    }

    private static HttpResponse<String> post(String path, String cookie, String body) throws Exception {
        return send("POST", path, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie), body);
    }

    private static HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(laptop.address() + path))
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
