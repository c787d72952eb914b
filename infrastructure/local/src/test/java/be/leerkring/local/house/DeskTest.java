package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The desk on a laptop, and whoever comes to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskTest {

    static final String SIGN_IN = "/organiser/sign-in";
    static final String ORGANISER = "organisator@example.org";
    private static final Pattern LINK = Pattern.compile("/organiser/sign-in/[^\\s/]+");

    private Laptop laptop;
    private HttpClient browser;

    @BeforeAll
    final void start() {
        laptop = Laptop.start(Options.DEFAULT.onPort(0));
        browser = HttpClient.newHttpClient();
    }

    @AfterAll
    final void stop() {
        browser.close();
        laptop.close();
    }

    /** So that no test meets the limit that another has used up; it opens again a little late. */
    @BeforeEach
    final void letAnHourPass() throws Exception {
        forward("PT2H");
    }

    final Laptop laptop() {
        return laptop;
    }

    final void forward(String duration) throws Exception {
        send("POST", "/local/clock", Map.of(), "forward=" + duration);
    }

    /** As a browser sends it from our own page. */
    final HttpResponse<String> ours(String path, String cookie, String body) throws Exception {
        return send("POST", path, cookie.isEmpty()
                ? Map.of("Sec-Fetch-Site", "same-origin")
                : Map.of("Sec-Fetch-Site", "same-origin", "Cookie", cookie), body);
    }

    final String signIn() throws Exception {
        ask(ORGANISER);
        return cookie(post(link(), "", ""));
    }

    final HttpResponse<String> ask(String address) throws Exception {
        return post(SIGN_IN, "", "email=" + address.replace(" ", "+"));
    }

    final String link() {
        laptop.settle(Duration.ofMinutes(2));
        var link = LINK.matcher(laptop.ses().mails().getLast().text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    final String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    final HttpResponse<String> get(String path, String cookie) throws Exception {
        return send("GET", path, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie), "");
    }

    final HttpResponse<String> post(String path, String cookie, String body) throws Exception {
        return send("POST", path, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie), body);
    }

    final HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(laptop.address() + path))
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
