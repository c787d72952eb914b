package be.leerkring.platform.request;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.http.HttpStatus;

/**
 * The event by which the template's schedules wake a function behind the site: Lambda lets go of a snapshot that nobody
 * used for 14 days (AWS: "Activating and managing Lambda SnapStart"), and of an environment after some quiet minutes.
 * It is no request: for it nothing is read, written or logged.
 */
public final class Waking {

    /** Stands where a request has its route; those of API Gateway begin with a method, or are {@code $default}. */
    private static final String ROUTE = "WAKE";

    private Waking() {}

    /** Whether this is no request, but wakes the function. */
    public static boolean is(APIGatewayV2HTTPEvent event) {
        return ROUTE.equals(event.getRouteKey());
    }

    /** What the function answers, and nobody reads. */
    public static APIGatewayV2HTTPResponse answer() {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(HttpStatus.NO_CONTENT.getCode())
                .build();
    }
}
