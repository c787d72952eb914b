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
import java.util.regex.Pattern;

/** The stylesheets, pictures and scripts in {@code functions/assets}. A browser keeps them for an hour. */
@Produces(MediaType.ALL)
@Controller("/assets")
final class Assets {

    /** By what a file's name ends with; whatever ends otherwise, such as a licence, is not for browsers. */
    private static final Map<String, String> CONTENT_TYPES = Map
            .of("css", "text/css", "svg", "image/svg+xml", "js", "text/javascript");

    /** A name without a slash, and with nothing before or after a dot that would lead elsewhere. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*");

    @Get("/{name}")
    HttpResponse<String> asset(String name) {
        return answer("", name);
    }

    @Get("/vendor/{library}/{name}")
    HttpResponse<String> vendors(String library, String name) {
        return NAME.matcher(library).matches() ? answer("vendor/" + library + "/", name) : HttpResponse.notFound();
    }

    private static HttpResponse<String> answer(String folder, String name) {
        var contentType = CONTENT_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (contentType == null || !NAME.matcher(name).matches()) {
            return HttpResponse.notFound();
        }
        try (var file = Assets.class.getResourceAsStream("/assets/" + folder + name)) {
            return file == null
                    ? HttpResponse.notFound()
                    : HttpResponse.ok(new String(file.readAllBytes(), UTF_8))
                            .header(HttpHeaders.CONTENT_TYPE, contentType + "; charset=utf-8")
                            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read functions/assets/" + folder + name, unreadable);
        }
    }
}
