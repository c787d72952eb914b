package be.leerkring.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The stylesheet, its pictures and the scripts. A browser keeps them for an hour. */
@Produces(MediaType.ALL)
@Controller("/assets")
final class Assets {

    private record Asset(String resource, String contentType) {}

    private static final Map<String, Asset> ASSETS = Map.of(
            "leerkring.css", new Asset("/assets/leerkring.css", "text/css"),
            "favicon.svg", new Asset("/assets/favicon.svg", "image/svg+xml"),
            "ring.svg", new Asset("/assets/ring.svg", "image/svg+xml"),
            "check-in.js", new Asset("/assets/check-in.js", "text/javascript"),
            "speed-dating.js", new Asset("/assets/speed-dating.js", "text/javascript"),
            "jsqr.js", new Asset("/assets/jsqr-1.4.0/jsQR.js", "text/javascript"));

    @Get("/{name}")
    HttpResponse<String> asset(String name) {
        var asset = ASSETS.get(name);
        if (asset == null) {
            return HttpResponse.notFound();
        }
        return HttpResponse.ok(read(asset.resource()))
                .header(HttpHeaders.CONTENT_TYPE, asset.contentType() + "; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static String read(String resource) {
        try (var stream = Assets.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + resource, unreadable);
        }
    }
}
