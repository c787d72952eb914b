package be.leerkring.platform.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Refuses a body larger than any of our forms can fill, before anything reads it. API Gateway has buffered it by then
 * and says its length, whatever the client said.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BodyLimit {

    /** Every field of the largest form full fits several times, and so does a file of 500 organisations. */
    static final long BYTES = 512 * 1024;

    private final Pages pages;
    private final VisitBinder visits;

    BodyLimit(Pages pages, VisitBinder visits) {
        this.pages = pages;
        this.visits = visits;
    }

    @RequestFilter
    @Nullable
    MutableHttpResponse<String> check(HttpRequest<?> request) {
        return request.getContentLength() <= BYTES
                ? null
                : pages.problem(
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE, pages.view(visits.visit(request)), "problem.too-large");
    }
}
