package be.leerkring.local.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailState;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a sign-in is good for, and what becomes of whatever somebody was at when it is not. */
class SigningInAgainTest extends DeskTest {

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
    void aComplaintLocksNobodyOutAndTheDeskSaysIt() throws Exception {
        laptop().context().getBean(Addresses.class).suppress(ORGANISER, MailState.COMPLAINED);
        var cookie = signIn();
        assertThat(get("/organiser", cookie).body()).contains("Uw adres krijgt geen mails meer");
        assertThat(get("/organiser/organisers", cookie).body())
                .contains("De lezer heeft onze mail als ongewenst gemeld");
        post("/organiser/mail/lift", cookie, "address=" + ORGANISER);
        assertThat(get("/organiser", cookie).body()).doesNotContain("Uw adres krijgt geen mails meer");
    }
}
