package be.leerkring.local.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import be.leerkring.local.Stage;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Answer;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Somebody who reads and registers on a stage, and whoever looks behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnStage {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String GREEK = "Ελένη Παπαδοπούλου";
    static final String UNKNOWN_TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    Stage stage;
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

    String path() {
        return stage.session().path() + "/register";
    }

    String title(String language) {
        return stage.session().title().byLanguage().get(language);
    }

    static Map<String, String> form(String address) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", GREEK);
        fields.put("email", address);
        fields.put("organisation", "vil");
        fields.put("role", "Clustermanager & coach");
        fields.put("language", "nl");
        fields.put("consent", "yes");
        return fields;
    }

    Answer get(String path) {
        return send("GET", path, Map.of("accept-language", "nl"), "");
    }

    Answer post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, Map.of("content-type", FORM), body);
    }

    Answer send(String method, String path, Map<String, String> headers, String body) {
        return stage.site().send(method, path, headers, body);
    }

    /** The mails to this address, once all mails have left; there are exactly so many. */
    List<SentMail> mails(String address, int count) {
        stage.deliver();
        var mails = stage.ses().mails().stream().filter(mail -> mail.to().toString().contains(address)).toList();
        assertThat(mails).as("mails to %s", address).hasSize(count);
        return mails;
    }

    /** The path of the first link of this kind. */
    static String link(SentMail mail, String kind) {
        var link = Pattern.compile("https?://[^/\\s]+(" + kind + "[A-Za-z0-9._~-]+)").matcher(mail.text());
        assertThat(link.find()).as("a link to %s in%n%s", kind, mail.text()).isTrue();
        return link.group(1);
    }

    /** As a browser sends them back: all of them, in whatever order they came. */
    static String cookie(Answer answer) {
        assertThat(answer.cookies()).isNotEmpty();
        return answer.cookies().stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; "));
    }

    /** An answer without what differs between any two: the moment, and the address in the cookie. */
    static Answer shape(Answer answer) {
        assertThat(answer.status()).isEqualTo(303);
        var headers = new HashMap<>(answer.headers());
        headers.remove("date");
        headers.computeIfPresent("set-cookie", (name, cookies) -> cookies.stream()
                .map(cookie -> cookie.replaceFirst("=[^;]*", "=").replaceFirst("(?i)expires=[^;]*", ""))
                .sorted()
                .toList());
        return new Answer(answer.status(), headers, answer.body());
    }

    Set<Map<String, AttributeValue>> items() {
        stage.deliver();
        return new HashSet<>(stage.database()
                .scanPaginator(scan -> scan.tableName(stage.table()).consistentRead(true))
                .items()
                .stream()
                .toList());
    }

    int taken() {
        return seats().taken();
    }

    Seats seats() {
        var table = new Table(stage.database(), stage.table(), Clock.systemUTC());
        var counts = new SeatCounts();
        var id = stage.session().id();
        return counts.in(table.read(List.of(counts.key(id))), id);
    }

    /** As an organiser does who finds another room. */
    void resize(int capacity) {
        var table = new Table(stage.database(), stage.table(), Clock.systemUTC());
        var resized = new SeatCounts().put(stage.session(), seats().resize(capacity));
        assertThat(table.write(List.of(resized))).isInstanceOf(WriteOutcome.Written.class);
    }
}
