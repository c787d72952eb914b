package be.leerkring.platform.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Map;

/**
 * The network's own name in front of the site, where it has one: there CloudFront asks the API in its own name, from
 * its own address. What a browser asked for is put back before anything reads it, and only where the request knows the
 * secret that CloudFront was given: without it anybody could write these headers. A request that reaches the API past
 * the front counts as coming from where it comes from, and is answered as well, for links that were mailed before there
 * was a front lead there.
 */
@Singleton
public final class Front {

    static final String SECRET = "X-Front-Secret";

    static final String VIEWER = "CloudFront-Viewer-Address";

    private final String domain;
    private final String secret;

    Front(@Value("${FRONT_DOMAIN}") String domain, @Value("${FRONT_SECRET}") String secret) {
        this.domain = domain;
        this.secret = secret;
    }

    /** Whether a request for this host came by the network's own name, below which everything is served by TLS. */
    public boolean isOwn(String host) {
        return !domain.isEmpty() && domain.equals(host);
    }

    /**
     * Gives the request the host and the source that it had before the front.
     *
     * @param headers those of the event, by names in any case
     */
    public void undo(APIGatewayV2HTTPEvent event, Map<String, String> headers) {
        var told = headers.remove(SECRET);
        if (told != null && !secret.isEmpty() && MessageDigest.isEqual(told.getBytes(UTF_8), secret.getBytes(UTF_8))) {
            headers.put(HttpHeaders.HOST, domain);
            var viewer = headers.get(VIEWER);
            if (viewer != null) {
                event.getRequestContext().getHttp().setSourceIp(withoutPort(viewer));
            }
        }
    }

    /** The port stands behind the last colon (AWS: "Add CloudFront request headers"). */
    private static String withoutPort(String viewer) {
        var colon = viewer.lastIndexOf(':');
        return (colon < 0 ? viewer : viewer.substring(0, colon)).replaceAll("[\\[\\]]", "");
    }
}
