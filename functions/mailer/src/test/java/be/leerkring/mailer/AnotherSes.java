package be.leerkring.mailer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A stand-in for SES that others wrote, in a process of its own; npm fetches it when the test runs. */
record AnotherSes(Process process, URI endpoint, HttpClient client) implements SesScenario.StandIn {

    private static final Path HOME = Path.of("target/another-ses");
    private static final Path PROGRAM = HOME.resolve("node_modules/aws-ses-v2-local/dist/cli.js");
    private static final long PATIENCE = 180;

    /** Why it can't run on this machine; empty where it can. */
    static Optional<String> missing() {
        if (!runs("node", "--version") || !runs("npm", "--version")) {
            return Optional.of("there is no node, or no npm");
        }
        return Files.exists(PROGRAM) || fetched() ? Optional.empty() : Optional.of("npm could not fetch it");
    }

    private static boolean fetched() {
        try {
            Files.createDirectories(HOME);
            for (var file : List.of("package.json", "package-lock.json")) {
                Files.copy(
                        Path.of("src/test/resources/another-ses", file), HOME.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Can't write to " + HOME, unwritable);
        }
        return runs("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund")
                && Files.exists(PROGRAM);
    }

    private static boolean runs(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(Files.exists(HOME) ? HOME.toFile() : null)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts it on a free port; when this returns, it answers. */
    static AnotherSes start() {
        try {
            int port;
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            var process = new ProcessBuilder(
                    "node", PROGRAM.toString(), "--host", "127.0.0.1", "--port", Integer.toString(port))
                    .redirectErrorStream(true)
                    .start();
            awaitStart(process.inputReader(UTF_8));
            return new AnotherSes(
                    process, URI.create("http://127.0.0.1:" + port), HttpClient.newHttpClient());
        } catch (IOException unstartable) {
            throw new UncheckedIOException("aws-ses-v2-local did not start", unstartable);
        }
    }

    private static void awaitStart(BufferedReader output) throws IOException {
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("server running")) {
                return;
            }
        }
        throw new IOException("It ended and said: " + said);
    }

    @Override
    public List<SesScenario.Received> received() {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(endpoint.resolve("/store")).build(),
                    HttpResponse.BodyHandlers.ofString(UTF_8));
            return new JsonMapper().readTree(answer.body()).path("emails").valueStream()
                    .map(AnotherSes::received)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("aws-ses-v2-local does not show what it has", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static SesScenario.Received received(JsonNode mail) {
        return new SesScenario.Received(
                mail.path("messageId").asText(),
                mail.path("from").asText(),
                mail.at("/destination/to").valueStream().map(JsonNode::asText).toList(),
                mail.path("replyTo").valueStream().map(JsonNode::asText).toList(),
                mail.path("subject").asText(),
                mail.at("/body/text").asText(),
                mail.at("/body/html").asText(),
                pairs(mail.path("headers"), "name", "value"),
                pairs(mail.path("attachments"), "filename", "content").entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new String(Base64.getDecoder().decode(entry.getValue()), UTF_8))));
    }

    private static Map<String, String> pairs(JsonNode list, String name, String value) {
        return list.valueStream()
                .collect(Collectors.toMap(pair -> pair.path(name).asText(), pair -> pair.path(value).asText()));
    }

    @Override
    public void close() {
        process.destroy();
        client.close();
    }
}
