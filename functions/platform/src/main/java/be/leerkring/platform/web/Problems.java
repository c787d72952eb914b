package be.leerkring.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Map;

/** What a person reads when a request goes wrong: never a stack trace, always what can be done. */
@Singleton
final class Problems implements ErrorResponseProcessor<String> {

    private static final Map<Integer, String> KEYS = Map.of(
            400, "problem.unreadable",
            404, "problem.not-found",
            405, "problem.not-allowed",
            406, "problem.not-acceptable",
            413, "problem.too-large",
            415, "problem.wrong-type");

    private final Pages pages;
    private final VisitBinder visits;

    Problems(Pages pages, VisitBinder visits) {
        this.pages = pages;
        this.visits = visits;
    }

    @Override
    public MutableHttpResponse<String> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var view = pages.view(visits.visit(context.getRequest()));
        var page = pages.problem(response.status(), view, key(response.code()));
        return response.body(page.body())
                .header(HttpHeaders.CONTENT_TYPE, Pages.HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, view.language().code());
    }

    /** What a request is to blame for is never told to be our fault. */
    private static String key(int code) {
        return KEYS.getOrDefault(code, code < 500 ? "problem.unreadable" : "problem.ours");
    }
}
