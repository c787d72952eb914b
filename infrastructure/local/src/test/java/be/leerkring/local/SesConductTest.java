package be.leerkring.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Answer;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the site makes of a SES that misbehaves. */
class SesConductTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static LaptopStage stage;
    private String cookie;

    @BeforeAll
    static void start() {
        stage = LaptopStage.start();
    }

    /** A sign-in lasts some hours, and the clock moves by days. */
    @BeforeEach
    void signIn() {
        var context = stage.laptop().context();
        var issued = context.getBean(SignIns.class).issue("test", new Organiser("organisator@example.org"));
        assertThat(context.getBean(Table.class).write(List.of(issued.write())))
                .isInstanceOf(WriteOutcome.Written.class);
        cookie = "__Host-desk=" + issued.token().text();
    }

    @AfterEach
    void mend() {
        turn("takes");
        forward("P1D");
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private Answer get(String path) {
        return stage.site().send("GET", path, Map.of("accept-language", "en", "cookie", cookie), "");
    }

    private Answer post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return stage.site().send(
                "POST",
                path,
                Map.of("accept-language", "en", "cookie", cookie, "content-type", "application/x-www-form-urlencoded"),
                body);
    }

    private void turn(String conduct) {
        assertThat(post("/local/ses", Map.of("conduct", conduct)).status()).isEqualTo(303);
    }

    private void forward(String time) {
        assertThat(post("/local/clock", Map.of("forward", time)).status()).isEqualTo(303);
    }

    /** Somebody new, who registers for the session; the address. */
    private String register() {
        var address = "lezer-" + PEOPLE.incrementAndGet() + "@example.org";
        register(address);
        return address;
    }

    private void register(String address) {
        var answer = post(
                stage.session().path() + "/register",
                Map.of("name", "Noor", "email", address, "organisation", "vil", "language", "en", "consent", "yes"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private static long arrived(String address) {
        return stage.ses().mails().stream().filter(mail -> mail.to().contains(address)).count();
    }

    @Test
    void theSwitchShowsHowItStandsAndKnowsNoOtherPosition() {
        turn("bounces");

        assertThat(get("/local/ses").body()).containsPattern("value=\"bounces\"\\s+checked");
        assertThat(post("/local/ses", Map.of("conduct", "explodes")).status()).isEqualTo(422);
        assertThat(post("/local/ses", Map.of()).status()).isEqualTo(422);
        assertThat(get("/local/ses").body()).containsPattern("value=\"bounces\"\\s+checked");
    }

    @Test
    void whatSesThrottlesArrivesLater() {
        turn("throttles");
        var address = register();
        turn("takes");
        forward("PT10M");

        assertThat(arrived(address)).isEqualTo(1);
    }

    @Test
    void aPauseKeepsEverything() {
        turn("pauses");
        var address = register();
        forward("PT30M");

        assertThat(arrived(address)).isZero();
        assertThat(get("/local/ses").body()).contains("One email waits to be sent.");
        turn("takes");
        forward("PT15M");
        assertThat(arrived(address)).isEqualTo(1);
        assertThat(get("/local/ses").body()).contains("No email waits to be sent.");
    }

    @Test
    void anAnswerThatNeverCameDoublesNothing() {
        turn("hangs-up");
        var address = register();
        forward("PT1M");
        turn("takes");
        forward("PT2H");

        assertThat(arrived(address)).isEqualTo(1);
    }

    @Test
    void whatSesRejectsStandsAtTheDeskAndCanBeSentAgain() {
        turn("rejects");
        var address = register();
        forward("PT1M");

        assertThat(get("/organiser/mail").body()).contains(address, "Email address is not verified");
        turn("takes");
        var mail = Pattern.compile("name=\"mail\" value=\"([^\"]+)\">Try again<span[^>]*> " + address)
                .matcher(get("/organiser/mail").body());
        assertThat(mail.find()).isTrue();
        assertThat(post("/organiser/mail/again", Map.of("mail", mail.group(1))).status()).isEqualTo(303);
        forward("PT10M");
        assertThat(arrived(address)).isEqualTo(1);
    }

    @Test
    void anAddressThatDoesNotExistGetsOneMailAndTheDeskShowsIt() {
        turn("bounces");
        var address = register();
        forward("PT1M");
        turn("takes");

        assertThat(arrived(address)).isEqualTo(1);
        assertThat(get("/organiser/mail").body())
                .contains(address, "nobody here by that name", "Allow emails to this address");
        forward("PT1H");
        register(address);
        forward("PT10M");
        assertThat(arrived(address)).as("it takes no mail any more").isEqualTo(1);

        assertThat(post("/organiser/mail/lift", Map.of("address", address)).status()).isEqualTo(303);
        forward("PT1H");
        register(address);
        forward("PT10M");
        assertThat(arrived(address)).isEqualTo(2);
    }

    @Test
    void aMailboxThatWasFullGetsTheNextMail() {
        turn("bounces-for-now");
        var address = register();
        forward("PT1M");
        turn("takes");
        assertThat(get("/organiser/mail").body()).contains(address, "no room left");

        forward("PT1H");
        register(address);
        forward("PT10M");
        assertThat(arrived(address)).isEqualTo(2);
    }

    @Test
    void whoCallsItSpamGetsNoMore() {
        turn("complains");
        var address = register();
        forward("PT1M");
        turn("takes");

        assertThat(get("/organiser/mail").body()).contains(address, "reported as unwanted");
        forward("PT1H");
        register(address);
        forward("PT10M");
        assertThat(arrived(address)).isEqualTo(1);
    }
}
