package be.leerkring.platform.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.links.CopiedToken;
import be.leerkring.platform.links.Token;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a mailed link that was copied with something around it, whatever it is for, and leads to the true one. Where
 * the token is cut off there is nothing to lead to, and the page says so.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CopiedLink {

    @PreMatching
    @RequestFilter
    @Nullable
    MutableHttpResponse<?> look(HttpRequest<?> request) {
        var reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return reads
                ? whole(request.getUri().getRawPath()).map(path -> HttpResponse.seeOther(URI.create(path))).orElse(null)
                : null;
    }

    /** The path with the token as it was mailed; empty where it has none, or none that is to be mended. */
    static Optional<String> whole(String path) {
        var segments = new ArrayList<>(List.of(path.split("/", -1)));
        for (var place = 1; place < segments.size(); place++) {
            var token = token(segments.get(place));
            if (token.isPresent()) {
                segments.set(place, token.get().text());
                while (place < segments.size() - 1 && decoded(segments.getLast()).chars().noneMatch(CopiedLink::says)) {
                    segments.removeLast();
                }
                return Optional.of(String.join("/", segments)).filter(mended -> !mended.equals(path));
            }
        }
        return Optional.empty();
    }

    private static Optional<Token> token(String segment) {
        return CopiedToken.isWhole(segment) ? Optional.of(new Token(segment)) : CopiedToken.in(decoded(segment));
    }

    private static boolean says(int character) {
        return Character.isLetterOrDigit(character);
    }

    /** Some programs encode what is encoded. */
    private static String decoded(String segment) {
        var once = decodedOnce(segment);
        return once.contains("%") ? decodedOnce(once) : once;
    }

    private static String decodedOnce(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException cutInTheMiddle) {
            return segment;
        }
    }
}
