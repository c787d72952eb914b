package be.leerkring.platform.web;

import be.leerkring.platform.head.PageAddress;
import be.leerkring.platform.request.Front;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;

/**
 * The headers of every answer, where it has not set its own. The policy allows nothing but our own stylesheet, pictures
 * and forms, and no scripts but where {@link Scripts} lets a page have them (W3C Content Security Policy Level 3). An
 * address of this site can hold a token, so it is told to nobody else.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Headers {

    static final String POLICY_NAME = "Content-Security-Policy";

    static final String PERMISSIONS_NAME = "Permissions-Policy";

    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String TLS_NAME = "Strict-Transport-Security";

    /** Two years. */
    private static final String TLS = "max-age=63072000";

    private final VisitBinder visits;
    private final Front front;

    Headers(VisitBinder visits, Front front) {
        this.visits = visits;
        this.front = front;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        add(response.getHeaders());
        if (front.isOwn(request.getHeaders().get(HttpHeaders.HOST))) {
            // whatever stands below the network's own name is the network's too; below AWS's names it is others'
            response.getHeaders().set(TLS_NAME, TLS + "; includeSubDomains");
        }
        visits.choosing(request)
                .ifPresent(language -> response.cookie(Cookie.of(PageAddress.LANGUAGE, language.code())
                        .path("/")
                        .sameSite(SameSite.Lax)
                        .httpOnly(true)
                        .secure(visits.visit(request).secure())
                        .maxAge(Duration.ofDays(365))));
    }

    /** Those that do not depend on the request. */
    static void add(MutableHttpHeaders headers) {
        preset(headers, POLICY_NAME, POLICY);
        preset(headers, PERMISSIONS_NAME, "camera=(), microphone=(), geolocation=()");
        preset(headers, "Referrer-Policy", "no-referrer");
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add(TLS_NAME, TLS);
        preset(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        preset(headers, HttpHeaders.VARY, "Accept-Language, Cookie, Accept-Encoding");
    }

    private static void preset(MutableHttpHeaders headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.add(name, value);
        }
    }
}
