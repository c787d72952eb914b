package be.leerkring.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.LaptopSite;
import be.leerkring.network.participant.RegistrationState;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody registers, and shows the code on their page to the camera of whoever stands at the door. */
class CheckInCameraTest extends BrowserTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int MODULE = 7;
    private static final int FRAMES = 3;
    private static final byte WHITE = (byte) 235;
    private static final byte BLACK = 16;
    private static final byte GREY = (byte) 128;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @TempDir
    static Path folder;

    private Chromium chromium;

    @BeforeAll
    void startABrowserWithACamera() {
        film(folder.resolve("camera.y4m"), "");
        chromium = new Chromium(List.of(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + folder.resolve("camera.y4m")));
    }

    @AfterAll
    void stopIt() {
        chromium.close();
    }

    @Override
    protected Browser browser() {
        return chromium.browser();
    }

    /** A film of a code, as it is printed on a page. */
    private static void film(Path file, String svg) {
        var light = new byte[WIDTH * HEIGHT];
        Arrays.fill(light, WHITE);
        var run = RUN.matcher(svg);
        while (run.find()) {
            var left = 60 + Integer.parseInt(run.group(1)) * MODULE;
            var top = 30 + Integer.parseInt(run.group(2)) * MODULE;
            for (int row = top; row < top + MODULE; row++) {
                Arrays.fill(
                        light,
                        row * WIDTH + left,
                        row * WIDTH + left + Integer.parseInt(run.group(3)) * MODULE,
                        BLACK);
            }
        }
        var colour = new byte[light.length / 2];
        Arrays.fill(colour, GREY);
        try (var stream = Files.newOutputStream(file)) {
            stream.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n".formatted(WIDTH, HEIGHT).getBytes(US_ASCII));
            for (int frame = 0; frame < FRAMES; frame++) {
                stream.write("FRAME\n".getBytes(US_ASCII));
                stream.write(light);
                stream.write(colour);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Test
    void theCodeOnThePageThatTheConfirmationLeadsToLetsItsOwnerIn() {
        try (var day = new DayAtTheDoor(); var phone = phone("nl")) {
            day.register("Zoë Maes", "VIL", RegistrationState.CONFIRMED);
            var code = codeOfSomebodyWhoRegisters(day.laptop());
            assertThat(RUN.matcher(code).results().count()).isGreaterThan(100);
            film(folder.resolve("camera.y4m"), code);
            var page = phone.newPage();
            day.signIn(page);
            day.open(page, "/check-in");
            page.locator("#scan").click();

            assertThat(page.locator("#result .here b")).hasText("Noor Peeters");
            assertThat(page.locator("script[src='/assets/vendor/jsqr-1.4.0/jsQR.js']").count())
                    .as("no browser of the machine reads codes by itself")
                    .isEqualTo(1);
            assertThat(page.locator("#unsent")).isHidden();
            assertThat(page.locator("#count b")).hasText("1");
            assertThat(day.states())
                    .containsEntry("Noor Peeters", RegistrationState.ATTENDED)
                    .containsEntry("Zoë Maes", RegistrationState.CONFIRMED);
            page.locator("#scan").click();
            assertThat(page.locator("#camera")).isHidden();
            page.locator("#scan").click();
            assertThat(page.locator("#result .already")).containsText("Noor Peeters");
        }
    }

    /** What is on the page behind the link in the confirmation. */
    private static String codeOfSomebodyWhoRegisters(Laptop laptop) {
        var site = new LaptopSite(laptop.address());
        post(site, "/sessions/" + DayAtTheDoor.SESSION + "/register", Map.of(
                "name", "Noor Peeters",
                "email", "noor@example.org",
                "organisation", "vil",
                "language", "nl",
                "consent", "yes"));
        post(site, mailed(laptop, "/confirm/"), Map.of());
        return site.send("GET", mailed(laptop, "/my/"), Map.of(), "").body();
    }

    private static void post(LaptopSite site, String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = site.send(
                "POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
        assertThat(answer.status()).as(path).isEqualTo(303);
    }

    private static String mailed(Laptop laptop, String start) {
        laptop.settle(Duration.ofMinutes(2));
        var path = Pattern.compile(Pattern.quote(start) + "\\S+").matcher(laptop.ses().mails().getLast().text());
        assertThat(path.find()).isTrue();
        return path.group();
    }
}
