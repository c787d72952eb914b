package be.leerkring.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The site's main job, from the programme to a cancelled seat; whatever runs the site must pass all of it. */
abstract class Scenario extends WrongInput {

    @Test
    void theProgrammeShowsTheSession() {
        var page = get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).isEqualToIgnoringCase("text/html; charset=utf-8");
        assertThat(page.body()).contains(title("nl")).contains("href=\"" + stage.session().path() + "\"");
    }

    @Test
    void theSessionsPageLeadsToItsForm() {
        assertThat(get(stage.session().path()).body()).contains("href=\"" + path() + "\"");
        assertThat(get(path()).status()).isEqualTo(200);
        assertThat(get(path()).body()).contains("<form method=\"post\" action=\"" + path() + "\"");
    }

    @Test
    void aRegistrationGoesFromTheFormToASeatAndBack() {
        var address = "eleni@example.org";
        var free = taken();

        var sent = post(path(), form(address));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("location")).isEqualTo(path() + "/sent").doesNotContain(address);
        var after = send("GET", sent.header("location"), Map.of("cookie", cookie(sent)), "");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).contains(address);
        assertThat(taken()).isEqualTo(free);

        var confirm = link(mails(address, 1).getLast(), "/confirm/");
        var before = items();
        for (int time = 0; time < 20; time++) {
            assertThat(get(confirm).status()).isEqualTo(200);
        }
        assertThat(items()).isEqualTo(before);

        for (int time = 0; time < 2; time++) {
            var confirmed = post(confirm, Map.of());
            assertThat(confirmed.status()).isEqualTo(303);
            assertThat(confirmed.header("location")).isEqualTo(confirm);
            assertThat(get(confirm).body()).contains("data-state=\"confirmed\"");
        }
        assertThat(taken()).isEqualTo(free + 1);

        var confirmation = mails(address, 2).getLast();
        assertThat(confirmation.attachments()).anyMatch(file -> file.contentType().startsWith("text/calendar"));
        var mine = link(confirmation, "/my/");
        assertThat(get(mine).body()).contains("data-state=\"confirmed\"").contains(GREEK).contains(address);

        for (int time = 0; time < 2; time++) {
            var cancelled = post(mine + "/cancel", Map.of());
            assertThat(cancelled.status()).isEqualTo(303);
            assertThat(cancelled.header("location")).isEqualTo(mine);
        }
        assertThat(get(mine).body()).contains("data-state=\"cancelled\"");
        assertThat(get(confirm).status()).isEqualTo(410);
        mails(address, 3);
        assertThat(taken()).isEqualTo(free);
    }

    @Test
    void aSeatThatComesFreeIsOfferedAndTakenAndInTheEndNothingIsKept() {
        var address = "patience@example.org";
        var before = seats();
        resize(before.given());
        post(path(), form(address));
        var confirm = link(mails(address, 1).getLast(), "/confirm/");
        post(confirm, Map.of());
        var waiting = get(link(mails(address, 2).getLast(), "/my/"));
        assertThat(waiting.body()).contains("data-state=\"waiting\"").contains("U staat als eerste op de wachtlijst");

        resize(before.given() + 1);
        var mine = link(mails(address, 3).getLast(), "/my/");
        assertThat(get(mine).body()).contains("data-state=\"offered\"");
        assertThat(get(confirm).body()).contains("data-state=\"offered\"");
        for (int press = 0; press < 2; press++) {
            assertThat(post(mine + "/seat", Map.of()).status()).isEqualTo(303);
            assertThat(get(mine).body()).contains("data-state=\"confirmed\"");
        }
        assertThat(taken()).isEqualTo(before.taken() + 1);

        mails(address, 4);
        var data = get(mine + "/data/leerkring.json");
        assertThat(data.header("content-type")).startsWith("application/json");
        assertThat(data.body()).contains(address).contains(GREEK);
        for (int press = 0; press < 2; press++) {
            assertThat(post(mine + "/data/erase", Map.of()).status()).isEqualTo(200);
        }
        mails(address, 5);
        assertThat(items()).noneMatch(item -> item.toString().contains(address));
        assertThat(taken()).isEqualTo(before.taken());
        resize(before.capacity());
    }

    @Test
    void aFormThatIsSentTwiceInARowLeadsToOneMail() {
        var address = "twice@example.org";

        post(path(), form(address));
        post(path(), form(address));

        mails(address, 1);
    }

    @Test
    void theAnswerToAFormDoesNotTellWhoIsRegistered() {
        var address = "known@example.org";
        var stranger = shape(post(path(), form("new@example.org")));

        post(path(), form(address));
        var confirm = link(mails(address, 1).getLast(), "/confirm/");
        var again = form(address);
        again.put("role", "another role");
        var pending = shape(post(path(), again));
        assertThat(post(confirm, Map.of()).status()).isEqualTo(303);
        var confirmed = shape(post(path(), form(address)));

        assertThat(pending).isEqualTo(stranger);
        assertThat(confirmed).isEqualTo(stranger);
    }

    @Test
    void aTokenThatNobodyWasMailedLeadsNowhere() {
        for (var purpose : List.of("/confirm/", "/my/", "/feedback/")) {
            assertThat(get(purpose + UNKNOWN_TOKEN).status()).as(purpose).isEqualTo(404);
            assertThat(get(purpose + "a.".repeat(1_500)).status()).as(purpose).isEqualTo(404);
        }
    }

    @Test
    void aPageReachedByATokenIsKeptAndToldNowhere() {
        var address = "headers@example.org";
        post(path(), form(address));

        var page = get(link(mails(address, 1).getLast(), "/confirm/"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
        assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void theChosenLanguageIsRemembered() {
        var chosen = send("GET", "/?language=en", Map.of("accept-language", "nl"), "");

        assertThat(chosen.body()).contains("<html lang=\"en\">").contains(title("en"));
        assertThat(cookie(chosen)).isEqualTo("language=en");
        assertThat(send("GET", "/", Map.of("accept-language", "nl", "cookie", cookie(chosen)), "").body())
                .contains("<html lang=\"en\">");
    }

    @Test
    void aScannerThatOnlyAsksForTheHeadOfALinkIsAnsweredAsAReaderWouldBe() {
        var address = "scanner@example.org";
        post(path(), form(address));
        var confirm = link(mails(address, 1).getLast(), "/confirm/");

        var head = send("HEAD", confirm, Map.of(), "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(send("HEAD", "/confirm/" + UNKNOWN_TOKEN, Map.of(), "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anAddressThatIsNoPageIsAnsweredInTheReadersLanguage(String language) {
        var answer = send("GET", "/no/such/page", Map.of("accept-language", language), "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-language")).isEqualTo(language);
        assertThat(answer.body()).contains("<html lang=\"" + language + "\">");
    }

    static Stream<String> languages() {
        return Stream.of("nl", "en");
    }

    @Test
    void theCalendarHasTheSession() {
        for (var calendar : List.of("/calendar.ics", stage.session().path() + "/calendar.ics")) {
            var answer = get(calendar);

            assertThat(answer.status()).as(calendar).isEqualTo(200);
            assertThat(answer.header("content-type")).startsWith("text/calendar");
            assertThat(answer.body()).contains("BEGIN:VEVENT").contains(title("nl"));
        }
    }

    @Test
    void theStylesheetIsServed() {
        assertThat(get("/assets/leerkring.css").status()).isEqualTo(200);
    }
}
