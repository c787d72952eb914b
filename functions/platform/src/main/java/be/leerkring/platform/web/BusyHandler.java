package be.leerkring.platform.web;

import be.leerkring.platform.metrics.Metrics;
import be.leerkring.platform.table.Busy;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** 503: so many people want the same at this moment that one of them has to press once more. */
@Singleton
@Produces(MediaType.ALL)
final class BusyHandler implements ExceptionHandler<Busy, HttpResponse<?>> {

    private static final String SECONDS = "5";

    private final Pages pages;
    private final VisitBinder visits;
    private final Metrics metrics;

    BusyHandler(Pages pages, VisitBinder visits, Metrics metrics) {
        this.pages = pages;
        this.visits = visits;
        this.metrics = metrics;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Busy busy) {
        metrics.count("Busy");
        return pages.problem(HttpStatus.SERVICE_UNAVAILABLE, pages.view(visits.visit(request)), "problem.busy")
                .header(HttpHeaders.RETRY_AFTER, SECONDS);
    }
}
