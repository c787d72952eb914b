package be.leerkring.local.request;

import be.leerkring.platform.request.RequestNumber;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Gives each request its number, as long as API Gateway's, unless it came from there and has one. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestNumbers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int BYTES = 11;

    @PreMatching
    @RequestFilter
    void give(HttpRequest<?> request, MutablePropagatedContext context) {
        if (!RequestNumber.of(request).isEmpty()) {
            return;
        }
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var number = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(RequestNumber.NAME, number);
        context.add(new MdcPropagationContext(Map.of(RequestNumber.NAME, number)));
    }
}
