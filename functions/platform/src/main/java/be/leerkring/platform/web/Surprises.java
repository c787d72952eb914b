package be.leerkring.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 500: what nobody expected. The log says what it was and where, and nothing of the address: it may hold a token, and
 * whoever reads the log could use that.
 */
@Singleton
@Produces(MediaType.ALL)
final class Surprises implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(Surprises.class);

    private static final String GONE = "…";

    /** A path, and whatever is as long and as arbitrary as a part of a token. */
    private static final String SECRET = "\\S*/\\S*|[A-Za-z0-9_-]{16,}";

    private final Pages pages;
    private final VisitBinder visits;

    Surprises(Pages pages, VisitBinder visits) {
        this.pages = pages;
        this.visits = visits;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable surprise) {
        log(surprise, request.getPath());
        return pages.problem(HttpStatus.INTERNAL_SERVER_ERROR, pages.view(visits.visit(request)), "problem.ours");
    }

    /** Writes it to the log. */
    void log(Throwable surprise, String path) {
        LOG.error("Nobody expected {}", told(surprise, path));
    }

    /** What it was and where, and what caused it, without anything of the address. */
    static String told(Throwable surprise, String path) {
        return Stream.iterate(surprise, cause -> cause != null, Throwable::getCause)
                .limit(5)
                .map(cause -> cause.getClass().getName() + ": " + without(path, String.valueOf(cause.getMessage()))
                        + Stream.of(cause.getStackTrace())
                                .map(frame -> "\n\tat " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String without(String path, String message) {
        var rest = message;
        for (var segment : path.split("/", -1)) {
            if (segment.length() > 3) {
                rest = rest.replace(segment, GONE).replace(decoded(segment), GONE);
            }
        }
        return rest.replaceAll(SECRET, GONE);
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return segment;
        }
    }
}
