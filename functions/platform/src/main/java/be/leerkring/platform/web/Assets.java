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
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The stylesheets, pictures and scripts in {@code functions/assets}. Pages name a file with a sum of its content, so
 * that browsers, and CloudFront in front of the site, keep it for good: a file that changed has another name. While a
 * deploy goes on, pages of either version ask functions of either version; a name of another version is answered with
 * the file as it is here, for a minute, for a page is better off with yesterday's stylesheet than with none.
 */
@Produces(MediaType.ALL)
@Controller
final class Assets {

    static final String ICON = "image/x-icon";

    /** A year, which is for ever; no browser asks whether it is still true (RFC 8246). */
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /** A day: its name can't tell its versions apart. */
    private static final String FOR_TODAY = "public, max-age=86400";

    private static final String FOR_NOW = "public, max-age=60";

    /** By what a file's name ends with; whatever ends otherwise, such as a licence, is not for browsers. */
    private static final Map<String, String> CONTENT_TYPES = Map
            .of("css", "text/css; charset=utf-8", "svg", "image/svg+xml; charset=utf-8", "js",
                    "text/javascript; charset=utf-8", "png", "image/png", "ico", ICON);

    /** A name without a slash, and with nothing before or after a dot that would lead elsewhere. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*");

    private static final Pattern SUMMED = Pattern.compile("(.+)\\.[0-9a-f]{8}(\\.[a-z]+)");

    /** In a stylesheet; a licence, which begins with an exclamation mark, stays. */
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*(?!!).*?\\*/\n?");

    /** Where pages find the files that they named until now. */
    private static final Map<String, String> PATHS = new ConcurrentHashMap<>();

    /**
     * Where a browser finds this file as it is now.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    static String path(String name) {
        return PATHS.computeIfAbsent(name, file -> "/assets/" + summed(
                file,
                read(file).orElseThrow(() -> new IllegalArgumentException("functions/assets has no " + file))));
    }

    /** CRC-32 tells versions of a file apart, which is all that is asked of it, and costs a start nothing. */
    private static String summed(String name, byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "." + HexFormat.of().toHexDigits((int) sum.getValue()) + name.substring(dot);
    }

    @Get("/assets/{name}")
    HttpResponse<byte[]> asset(String name) {
        var summed = SUMMED.matcher(name);
        var file = summed.matches() ? summed.group(1) + summed.group(2) : name;
        return isForBrowsers(file)
                ? read(file)
                        .map(content -> answer(file, content, name.equals(summed(file, content)) ? FOR_GOOD : FOR_NOW))
                        .orElseGet(HttpResponse::notFound)
                : HttpResponse.notFound();
    }

    /** Its version stands in its folder's name. */
    @Get("/assets/vendor/{library}/{name}")
    HttpResponse<byte[]> vendors(String library, String name) {
        return NAME.matcher(library).matches() && isForBrowsers(name)
                ? read("vendor/" + library + "/" + name)
                        .map(content -> answer(name, content, FOR_GOOD))
                        .orElseGet(HttpResponse::notFound)
                : HttpResponse.notFound();
    }

    /** Where browsers look for an icon that no page named. */
    @Get("/favicon.ico")
    HttpResponse<byte[]> icon() {
        return answer("favicon.ico", read("favicon.ico").orElseThrow(), FOR_TODAY);
    }

    private static boolean isForBrowsers(String name) {
        return NAME.matcher(name).matches() && CONTENT_TYPES.containsKey(ending(name));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static HttpResponse<byte[]> answer(String name, byte[] content, String kept) {
        return HttpResponse.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, CONTENT_TYPES.get(ending(name)))
                .header(HttpHeaders.CACHE_CONTROL, kept)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static Optional<byte[]> read(String name) {
        try (var file = Assets.class.getResourceAsStream("/assets/" + name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(name.endsWith(".css") ? withoutComments(file.readAllBytes()) : file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read functions/assets/" + name, unreadable);
        }
    }

    /** They are a tenth of what a first visit would load. */
    private static byte[] withoutComments(byte[] style) {
        return COMMENT.matcher(new String(style, UTF_8)).replaceAll("").getBytes(UTF_8);
    }
}
