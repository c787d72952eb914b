package be.leerkring.local.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.local.Laptop;
import be.leerkring.local.LaptopSite;
import be.leerkring.local.Options;
import be.leerkring.local.Project;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** bin/smoke against the laptop, and against sites that are not well. */
class SmokeTest {

    private static Laptop laptop;

    @BeforeAll
    static void start() {
        laptop = Laptop.start(Options.DEFAULT.onPort(0));
    }

    @AfterAll
    static void stop() {
        laptop.close();
    }

    @Test
    void onTheLaptopItPlaysTheWholeStoryAndLeavesNothingBehind() throws Exception {
        var said = smoke(0, laptop.address());

        assertThat(said).contains(
                "ok           its button confirms, twice too", "ok           cancelling",
                "ok           erasing: nothing is left of it", " 0 wrong,");
    }

    /** As on AWS: nobody can look into a mailbox there. */
    @Test
    void whereNobodyReadsTheMailsItSaysWhatItCouldNotLookAt() throws Exception {
        var server = server(answer -> answer, "/local");
        try {
            assertThat(smoke(0, address(server)))
                    .contains("a form for success+smoke@simulator.amazonses.com is taken",
                            "not checked  confirmation, own page, cancellation");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsWrongFailsIt() throws Exception {
        var server = server(answer -> answer.replace("<html lang=\"nl\"", "<html"), "/local", "/organiser");
        try {
            assertThat(smoke(1, address(server)))
                    .contains("WRONG        the programme, in Dutch: does not say",
                            "WRONG        /organiser/network: answered 500 and not 303");
        } finally {
            server.stop(0);
        }
    }

    private static String smoke(int code, String... arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "infrastructure/tools/smoke/Smoke.java"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(Project.root().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    /** The laptop's site as something else hands it on; what begins with one of the paths, it does not have. */
    private static HttpServer server(UnaryOperator<String> changes, String... broken) throws IOException {
        var site = new LaptopSite(laptop.address());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var path = exchange.getRequestURI().toString();
                var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                var headers = new HashMap<String, String>();
                for (var name : List.of("Content-Type", "Accept-Language")) {
                    if (exchange.getRequestHeaders().containsKey(name)) {
                        headers.put(name, exchange.getRequestHeaders().getFirst(name));
                    }
                }
                if (List.of(broken).stream().anyMatch(path::startsWith)) {
                    exchange.sendResponseHeaders(500, -1);
                    return;
                }
                var answer = site.send(exchange.getRequestMethod(), path, headers, body);
                answer.headers().forEach((name, values) -> values.forEach(
                        value -> exchange.getResponseHeaders().add(name, value)));
                exchange.getResponseHeaders().keySet().removeIf(
                        name -> name.equalsIgnoreCase("content-length") || name.equalsIgnoreCase("connection"));
                var bytes = changes.apply(answer.body()).getBytes(UTF_8);
                exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
