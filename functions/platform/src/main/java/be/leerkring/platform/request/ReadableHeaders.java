package be.leerkring.platform.request;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes away what Micronaut 4.10 would stumble over before any page is looked for: it reads the first language of
 * {@code Accept-Language} even where there is none. {@code Accept-Charset} is for pages in other encodings than ours.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ReadableHeaders {

    private static final Pattern LANGUAGES = Pattern.compile("\\s*[A-Za-z*].*");

    @PreMatching
    @RequestFilter
    void look(HttpRequest<?> request) {
        var languages = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        if (languages != null && !LANGUAGES.matcher(languages).matches()) {
            remove(request, HttpHeaders.ACCEPT_LANGUAGE);
        }
        remove(request, HttpHeaders.ACCEPT_CHARSET);
    }

    /** Behind API Gateway Micronaut makes the headers anew of the event each time. */
    private static void remove(HttpRequest<?> request, String name) {
        if (request instanceof ServletHttpRequest<?, ?> gateway
                && gateway.getNativeRequest() instanceof APIGatewayV2HTTPEvent event) {
            Map<String, String> headers = event.getHeaders();
            headers.remove(name);
        } else if (request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.remove(name);
        }
    }
}
