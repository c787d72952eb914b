import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The site, as a browser without cookies asks it. */
record SmokedSite(String address, HttpClient client) {

    /** An answer, unpacked. */
    record Answer(int status, HttpResponse<byte[]> response, String body) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** @throws Report.Wrong if it has another status, or lacks a text */
        Answer mustBe(int expected, String... texts) {
            if (status != expected) {
                throw new Report.Wrong("answered " + status + " and not " + expected);
            }
            for (var text : texts) {
                if (!body.contains(text)) {
                    throw new Report.Wrong("does not say " + text);
                }
            }
            return this;
        }
    }

    SmokedSite(String address) {
        this(
                address,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build());
    }

    Answer get(String path) {
        return send(request(path).header("Accept-Language", "nl").header("Accept-Encoding", "gzip").GET());
    }

    Answer get(String path, String language) {
        return send(request(path).header("Accept-Language", language).GET());
    }

    Answer post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return send(request(path)
                .header("Accept-Language", "nl")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(35));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            var packed = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            try (var stream = new ByteArrayInputStream(response.body());
                    var unpacked = packed ? new GZIPInputStream(stream) : stream) {
                return new Answer(response.statusCode(), response, new String(unpacked.readAllBytes(), UTF_8));
            }
        } catch (IOException broken) {
            throw new Report.Wrong("no answer: " + broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
