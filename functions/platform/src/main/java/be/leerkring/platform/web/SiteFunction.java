package be.leerkring.platform.web;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;

/**
 * Answers the requests that API Gateway sends to a room. In payload format 2.0 cookies travel both ways in a list of
 * their own (AWS: "Create AWS Lambda proxy integrations for HTTP APIs"), where Micronaut 4.10 looks for headers.
 */
public final class SiteFunction extends APIGatewayV2HTTPEventFunction implements Resource {

    /** The header in which the rest of the function finds where a request came from. */
    static final String SOURCE = "X-Leerkring-Source";

    public SiteFunction() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        new Priming(getApplicationContext().getProperty("PRIMED", String.class).orElse(""))
                .rehearse(event -> handleRequest(event, null));
    }

    /** Has nothing to do: clocks and randomness are read anew each time, and so is a connection that is gone. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        var headers = new HashMap<>(event.getHeaders());
        headers.keySet().removeIf(SOURCE::equalsIgnoreCase);
        headers.put(SOURCE, event.getRequestContext().getHttp().getSourceIp());
        if (event.getCookies() != null) {
            headers.put(HttpHeaders.COOKIE, String.join("; ", event.getCookies()));
        }
        event.setHeaders(headers);
        var response = super.handleRequest(event, context);
        response.setCookies(setCookies(response.getMultiValueHeaders()));
        response.setMultiValueHeaders(null);
        response.getHeaders().keySet().removeIf(HttpHeaders.SET_COOKIE::equalsIgnoreCase);
        return response;
    }

    private static List<String> setCookies(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(HttpHeaders.SET_COOKIE))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }
}
