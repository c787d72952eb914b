package be.leerkring.platform.request;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.util.Optional;

/**
 * The one number of a request, by which whoever met an error is found: it stands on the page that says so, in each line
 * of the function's log beside Lambda's own, and in the site's access log, for it is API Gateway's.
 */
public final class RequestNumber {

    /** What the log calls it, as the access log does. */
    public static final String NAME = "requestId";

    private RequestNumber() {}

    /** The number of this request; empty where nobody gave it one. */
    public static String of(HttpRequest<?> request) {
        return request instanceof ServletHttpRequest<?, ?> gateway
                && gateway.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
                        ? of(event)
                        : request.getAttribute(NAME, String.class).orElse("");
    }

    /** The number that API Gateway gave to what it sends here. */
    public static String of(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext())
                .map(APIGatewayV2HTTPEvent.RequestContext::getRequestId)
                .orElse("");
    }
}
