package be.leerkring.local.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import be.leerkring.local.Stage;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Answer;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The site's main job, from the programme to a cancelled seat; whatever runs the site must pass all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Scenario {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GREEK = "Ελένη Παπαδοπούλου";
    private static final String UNKNOWN_TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private Stage stage;

    abstract Stage open();

    final Stage stage() {
        return stage;
    }

    @BeforeAll
    final void start() {
        stage = open();
    }

    @AfterAll
    final void stop() {
        if (stage != null) {
            stage.close();
        }
    }

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

    static Stream<Map<String, String>> badInput() {
        return Stream.of(
                Map.of("name", ""),
                Map.of("name", "é".repeat(101)),
                Map.of("name", "An\u0007na"),
                Map.of("name", "An\u202Ena"),
                Map.of("email", ""),
                Map.of("email", "nobody"),
                Map.of("email", "two@lines.example.org\r\nBcc: other@example.org"),
                Map.of("organisation", ""),
                Map.of("organisation", "no-such-organisation"),
                Map.of("role", "r".repeat(101)),
                Map.of("language", "xx"),
                Map.of("consent", ""));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsShownAgainAndWritesNothing(Map<String, String> wrong) {
        var before = items();
        var fields = form("bad@example.org");
        fields.putAll(wrong);

        var answer = post(path(), fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"")
                .contains("href=\"#" + wrong.keySet().iterator().next() + "\"");
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void anEmptyFormIsShownAgainAndWritesNothing() {
        var before = items();

        assertThat(post(path(), Map.of()).status()).isEqualTo(422);
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void aBodyOfAMegabyteIsRefusedAndWritesNothing() {
        var before = items();

        var answer = send("POST", path(), Map.of("content-type", FORM), "name=" + "a".repeat(1 << 20));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void jsonIsRefusedAndWritesNothing() {
        var before = items();

        var answer = send("POST", path(), Map.of("content-type", "application/json"), "{\"name\":\"An\"}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void aRobotIsThankedAndWritesNothing() {
        var before = items();
        var fields = form("robot@example.org");
        fields.put("website", "https://example.org");

        var answer = post(path(), fields);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).isEqualTo(path() + "/sent");
        assertThat(items()).isEqualTo(before);
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
        assertThat(waiting.body()).contains("data-state=\"waiting\"").contains("U bent eerste in de rij");

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

    @Test
    void aMethodThatAPageDoesNotKnowIsRefusedByName() {
        assertThat(send("DELETE", path(), Map.of(), "").status()).isEqualTo(405);
        assertThat(send("POST", "/", Map.of("content-type", "application/x-www-form-urlencoded"), "").status())
                .isEqualTo(405);
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

    private String path() {
        return stage.session().path() + "/register";
    }

    private String title(String language) {
        return stage.session().title().in(new Language(language));
    }

    private static Map<String, String> form(String address) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", GREEK);
        fields.put("email", address);
        fields.put("organisation", "vil");
        fields.put("role", "Clustermanager & coach");
        fields.put("language", "nl");
        fields.put("consent", "yes");
        return fields;
    }

    private Answer get(String path) {
        return send("GET", path, Map.of("accept-language", "nl"), "");
    }

    private Answer post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, Map.of("content-type", FORM), body);
    }

    private Answer send(String method, String path, Map<String, String> headers, String body) {
        return stage.site().send(method, path, headers, body);
    }

    /** The mails to this address, once all mails have left; there are exactly so many. */
    private List<SentMail> mails(String address, int count) {
        stage.deliver();
        var mails = stage.ses().mails().stream().filter(mail -> mail.to().toString().contains(address)).toList();
        assertThat(mails).as("mails to %s", address).hasSize(count);
        return mails;
    }

    /** The path of the first link of this kind. */
    private static String link(SentMail mail, String kind) {
        var link = Pattern.compile("https?://[^/\\s]+(" + kind + "[A-Za-z0-9._~-]+)").matcher(mail.text());
        assertThat(link.find()).as("a link to %s in%n%s", kind, mail.text()).isTrue();
        return link.group(1);
    }

    /** As a browser sends the first cookie back. */
    private static String cookie(Answer answer) {
        assertThat(answer.cookies()).isNotEmpty();
        return answer.cookies().getFirst().split(";")[0];
    }

    /** An answer without what differs between any two: the moment, and the address in the cookie. */
    private static Answer shape(Answer answer) {
        assertThat(answer.status()).isEqualTo(303);
        var headers = new HashMap<>(answer.headers());
        headers.remove("date");
        headers.computeIfPresent("set-cookie", (name, cookies) -> cookies.stream()
                .map(cookie -> cookie.replaceFirst("=[^;]*", "=").replaceFirst("(?i)expires=[^;]*", ""))
                .sorted()
                .toList());
        return new Answer(answer.status(), headers, answer.body());
    }

    private Set<Map<String, AttributeValue>> items() {
        stage.deliver();
        return new HashSet<>(stage.database()
                .scanPaginator(scan -> scan.tableName(stage.table()).consistentRead(true))
                .items()
                .stream()
                .toList());
    }

    private int taken() {
        return seats().taken();
    }

    private Seats seats() {
        var table = new Table(stage.database(), stage.table());
        var counts = new SeatCounts();
        var id = stage.session().id();
        return counts.in(table.read(List.of(counts.key(id))), id);
    }

    /** As an organiser does who finds another room. */
    private void resize(int capacity) {
        var table = new Table(stage.database(), stage.table());
        var resized = new SeatCounts().put(stage.session().id(), seats().resize(capacity));
        assertThat(table.write(List.of(resized))).isInstanceOf(WriteOutcome.Written.class);
    }
}
