package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.SiteAddresses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who gets to the desk, and who does not. */
class DeskGuardTest extends DeskTest {

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

    private Stream<String> addresses() {
        var known = SiteAddresses.ofDesk(laptop().context()).keySet().stream()
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

        assertThat(foreign(cookie, invite, "Origin", laptop().address())).isEqualTo(303);
        assertThat(get("/organiser/organisers", cookie).body()).contains("nieuw@example.org");
        assertThat(foreign(cookie, "address=nieuw@example.org", "Sec-Fetch-Site", "same-origin", "/remove"))
                .isEqualTo(303);
    }

    private int foreign(String cookie, String body, String header, String value, String... more)
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
        laptop().settle(Duration.ofMinutes(2));
        assertThat(laptop().ses().mails().getLast().text()).contains(ORGANISER).contains("/organiser/sign-in");

        ask("collega@example.org");
        var colleague = cookie(post(link(), "", ""));
        assertThat(get("/organiser", colleague).statusCode()).isEqualTo(200);

        post("/organiser/organisers", colleague, "email=derde@example.org");
        assertThat(lastTo(ORGANISER)).contains("collega@example.org heeft derde@example.org uitgenodigd");
        post("/organiser/organisers/remove", colleague, "address=derde@example.org");
        assertThat(lastTo(ORGANISER)).contains("collega@example.org heeft derde@example.org uit de lijst");
        assertThat(lastTo("derde@example.org")).contains("uit de lijst");

        post("/organiser/organisers/remove", cookie, "address=collega@example.org");
        assertThat(get("/organiser", colleague).statusCode()).isEqualTo(303);
        assertThat(get("/organiser/log", cookie).body()).contains("collega@example.org", ORGANISER);
    }

    private String lastTo(String address) {
        laptop().settle(Duration.ofMinutes(2));
        return laptop().ses().mails().reversed().stream()
                .filter(mail -> mail.to().contains(address))
                .findFirst()
                .orElseThrow()
                .text()
                .replaceAll("\\s+", " ");
    }

    @Test
    void triesAreLimitedForAnAddressAndForASource() throws Exception {
        for (int press = 0; press < 5; press++) {
            assertThat(ask("vaak@example.org").statusCode()).isEqualTo(303);
        }
        assertThat(ask("vaak@example.org").statusCode()).isEqualTo(429);
        for (int address = 0; address < 15; address++) {
            assertThat(ask("adres" + address + "@example.org").statusCode()).isEqualTo(303);
        }
        assertThat(ask("nog@example.org").statusCode()).isEqualTo(429);
    }

    private List<String> mails() {
        laptop().settle(Duration.ofMinutes(2));
        return laptop().ses().mails().stream().flatMap(mail -> mail.to().stream()).toList();
    }
}
