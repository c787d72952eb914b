package be.leerkring.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Answer;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How organisers keep the knowledge base. */
class EditingKnowledgeTest {

    private static final String HERE = "/organiser/knowledge";
    private static final String SESSION = "industrie-circulair-2017-03";
    private static final Pattern HIDDEN = Pattern
            .compile("<input type=\"hidden\" name=\"(id|revision)\" value=\"([^\"]*)\">");

    private static LaptopStage stage;
    private static String cookie;

    @BeforeAll
    static void start() {
        stage = LaptopStage.start();
        var context = stage.laptop().context();
        var issued = context.getBean(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        assertThat(context.getBean(Table.class).write(List.of(issued.write())))
                .isInstanceOf(WriteOutcome.Written.class);
        cookie = "__Host-desk=" + issued.token().text();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Answer get(String path) {
        return stage.site().send("GET", path, Map.of("accept-language", "nl", "cookie", cookie), "");
    }

    private static Answer post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return stage.site().send(
                "POST",
                path,
                Map.of("accept-language", "nl", "cookie", cookie, "content-type", "application/x-www-form-urlencoded"),
                body);
    }

    /** The fields of an entry with this title that nothing is wrong with. */
    private static Map<String, String> fields(String title) {
        return new HashMap<>(Map.of(
                "kind", "practice",
                "title-nl", title,
                "title-en", title + " (in English)",
                "summary-nl", "Wat het is,\r\nen waarvoor",
                "summary-en", "What it is",
                "link", "https://example.org/" + URLEncoder.encode(title, UTF_8),
                "reference", "",
                "themes", "Industry 4.0, Wérken aan morgen",
                "session", ""));
    }

    /** The same, as the form on this page sends them: with what it hides. */
    private static Map<String, String> fieldsOn(Answer page, String title) {
        var fields = fields(title);
        HIDDEN.matcher(page.body()).results().forEach(hidden -> fields.put(hidden.group(1), hidden.group(2)));
        return fields;
    }

    /** Adds an entry; the path of its page at the desk. */
    private static String add(String title, String session) {
        var fields = fieldsOn(get(HERE + "/new"), title);
        fields.put("session", session);
        assertThat(post(HERE + "/new", fields).status()).isEqualTo(303);
        return HERE + "/" + fields.get("id");
    }

    private static String log(String session) {
        return get(session.isEmpty() ? "/organiser/log" : "/organiser/sessions/" + session + "/log").body();
    }

    @Test
    void anEntryIsAddedOnceHoweverOftenTheButtonIsPressedAndStandsInTheLog() {
        var fields = fieldsOn(get(HERE + "/new?session=" + SESSION), "Samen inkopen");
        fields.put("session", SESSION);

        for (int press = 0; press < 2; press++) {
            var answer = post(HERE + "/new", fields);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("location")).isEqualTo(HERE);
        }

        var site = get("/knowledge?q=inkopen").body();
        assertThat(site).containsOnlyOnce("Samen inkopen</a>").contains("Wat het is, en waarvoor");
        assertThat(site).contains("/knowledge?theme=industrie-4-0").contains("/knowledge?theme=werken-aan-morgen");
        assertThat(get("/sessions/" + SESSION).body()).contains("Samen inkopen");
        assertThat(get(HERE).body()).containsOnlyOnce("Samen inkopen</a>");
        for (var session : List.of("", SESSION)) {
            assertThat(log(session)).containsOnlyOnce("</b>: Samen inkopen").contains("organisator@example.org");
        }
    }

    @Test
    void theFormOfANewEntryOffersTheSessionItWasOpenedFor() {
        assertThat(get(HERE + "/new?session=" + SESSION).body()).contains("value=\"" + SESSION + "\" selected");
        assertThat(get(HERE + "/new?session=%22%3E%3Cb%3E").body()).doesNotContain("\"><b>");
    }

    static List<Map<String, String>> wrong() {
        return List.of(
                Map.of("kind", ""),
                Map.of("kind", "recipe"),
                Map.of("title-nl", "", "title-en", ""),
                Map.of("title-nl", "t".repeat(151)),
                Map.of("title-nl", "om\u202Egekeerd"),
                Map.of("summary-nl", "", "summary-en", ""),
                Map.of("summary-en", "s".repeat(601)),
                Map.of("link", "javascript:alert(1)"),
                Map.of("link", "http://example.org"),
                Map.of("link", "", "reference", ""),
                Map.of("reference", "r".repeat(201)),
                Map.of("themes", "a,b,c,d,e,f,g,h,i,j,k"),
                Map.of("themes", "???"),
                Map.of("session", "bestaat-niet"),
                Map.of("session", "x".repeat(3_000)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsSaidAndNothingIsWrittenNorLost(Map<String, String> wrong) {
        var fields = fieldsOn(get(HERE + "/new"), "Fout ingevuld");
        fields.putAll(wrong);

        var answer = post(HERE + "/new", fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"").containsPattern("href=\"#(%s)\"".formatted(
                String.join("|", wrong.keySet())));
        assertThat(answer.body()).contains(wrong.containsKey("summary-en") ? "Fout ingevuld" : "What it is");
        assertThat(get("/knowledge?q=fout+ingevuld").body()).contains("Niets gevonden");
    }

    @Test
    void aChangeIsSeenEverywhereAndToldFromWhatToWhat() {
        var path = add("Eerste titel", "");
        var page = get(path);
        assertThat(page.body()).contains("value=\"Eerste titel\"").contains("industrie 4.0, Wérken aan morgen");
        var fields = fieldsOn(page, "Tweede titel");
        fields.put("session", SESSION);

        assertThat(post(path, fields).status()).isEqualTo(303);

        assertThat(get("/sessions/" + SESSION).body()).contains("Tweede titel");
        assertThat(log(SESSION)).contains("<del>Eerste titel</del>", "<ins>Tweede titel</ins>");
        assertThat(get("/knowledge?q=eerste+titel").body()).contains("Niets gevonden");
    }

    @Test
    void aFormThatChangesNothingWritesNothing() {
        var path = add("Onveranderd", "");
        var fields = fieldsOn(get(path), "Onveranderd");

        assertThat(post(path, fields).status()).isEqualTo(303);
        assertThat(log("")).containsOnlyOnce("</b>: Onveranderd");
        assertThat(fieldsOn(get(path), "").get("revision")).isEqualTo("0");
    }

    @Test
    void whoeverSavesSecondIsShownWhatChangedAndCanSaveKnowingly() {
        var path = add("Van niemand", "");
        var mine = fieldsOn(get(path), "Van mij");
        var theirs = fieldsOn(get(path), "Van de ander");
        theirs.put("reference", "Map <3>");
        assertThat(post(path, theirs).status()).isEqualTo(303);

        var conflict = post(path, mine);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains("value=\"Van mij\"")
                .contains("<dt>Titel (Nederlands)</dt><dd>Van de ander</dd>")
                .contains("Map &lt;3&gt;");
        assertThat(get(path).body()).contains("value=\"Van de ander\"");

        assertThat(post(path, fieldsOn(conflict, "Van mij")).status()).isEqualTo(303);
        assertThat(get(path).body()).contains("value=\"Van mij\"");
        assertThat(log("")).contains("<del>Map &lt;3&gt;</del>");
    }

    @Test
    void whatIsRemovedIsGoneUnlessSomebodyChangedIt() {
        var path = add("Te verwijderen", SESSION);
        var old = fieldsOn(get(path), "Toch anders");
        old.put("session", SESSION);
        assertThat(post(path, old).status()).isEqualTo(303);

        var refused = post(path + "/remove", Map.of("revision", old.get("revision")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Ze is niet verwijderd").contains("value=\"Toch anders\"");

        for (int press = 0; press < 2; press++) {
            assertThat(post(path + "/remove", Map.of("revision", "1")).status()).isEqualTo(303);
        }
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(post(path, old).status()).isEqualTo(404);
        assertThat(get(HERE + "/" + "x".repeat(3_000)).status()).isEqualTo(404);
        assertThat(get("/sessions/" + SESSION).body()).doesNotContain("Toch anders");
        assertThat(log(SESSION)).contains("<del>Toch anders</del>");
    }

    @Test
    void whatIsNotTranslatedIsMarked() {
        var fields = fieldsOn(get(HERE + "/new"), "Alleen Nederlands");
        fields.put("title-en", "");
        assertThat(post(HERE + "/new", fields).status()).isEqualTo(303);

        assertThat(get(HERE + "?q=alleen+nederlands").body()).contains("niet vertaald: English");
        assertThat(stage.site().send("GET", "/knowledge?q=alleen", Map.of("accept-language", "en"), "").body())
                .contains("Alleen Nederlands");
    }
}
