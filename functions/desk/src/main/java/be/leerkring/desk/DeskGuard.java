package be.leerkring.desk;

import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.VisitBinder;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;

/**
 * Stands before every page of the desk. Whoever is not signed in is sent to the page that signs in, whatever they asked
 * for: a page is remembered, and a form waits. A request that changes something is refused when the browser says that
 * another site sent it (Fetch Metadata, and the Origin header of RFC 6454 for browsers that don't send it). A form
 * waits only when the browser says that we sent it: the page on which it does has a button that sends it.
 */
@ServerFilter({DeskGuard.DESK, DeskGuard.DESK + "/**"})
final class DeskGuard {

    static final String DESK = "/organiser";

    private static final String SIGN_IN = DESK + "/sign-in";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** What a browser says of a request that comes from our own pages, or that the user typed. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final SignIns signIns;
    private final Pages pages;
    private final VisitBinder visits;

    DeskGuard(SignIns signIns, Pages pages, VisitBinder visits) {
        this.signIns = signIns;
        this.pages = pages;
        this.visits = visits;
    }

    @RequestFilter
    @Nullable
    MutableHttpResponse<String> check(HttpRequest<?> request) {
        var organiser = DeskCookie.in(request).flatMap(signIns::find);
        organiser.ifPresent(known -> request.setAttribute(OrganiserBinder.ATTRIBUTE, known));
        var path = request.getPath();
        if (organiser.isEmpty() && !signsIn(path)) {
            return toSignIn(request);
        }
        return READING.contains(request.getMethod()) || isTaken(path, request.getHeaders())
                ? null
                : pages.problem(HttpStatus.FORBIDDEN, pages.view(visits.visit(request)), "problem.elsewhere");
    }

    /** Whether this path is one of those that sign in. */
    static boolean signsIn(String path) {
        return path.equals(SIGN_IN) || path.startsWith(SIGN_IN + "/");
    }

    private MutableHttpResponse<String> toSignIn(HttpRequest<?> request) {
        var headers = request.getHeaders();
        if (request.getMethod() == HttpMethod.POST && isSurelyOurs(headers)) {
            return WaitingForm.of(request).orElseGet(() -> pages.seeOther(SIGN_IN));
        }
        var answer = pages.seeOther(SIGN_IN);
        if (request.getMethod() == HttpMethod.GET && isVisited(headers)) {
            Onward.of(request)
                    .filter(there -> !there.address().equals(DESK))
                    .ifPresent(there -> answer.cookie(there.cookie()));
        }
        return answer;
    }

    /** What a script asks for is no page that somebody wants to come back to. */
    private static boolean isVisited(HttpHeaders headers) {
        var mode = headers.get("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate");
    }

    private static boolean isTaken(String path, HttpHeaders headers) {
        return path.startsWith(WaitingForm.ADDRESS) ? isSurelyOurs(headers) : isOurs(headers);
    }

    private static boolean isSurelyOurs(HttpHeaders headers) {
        var site = headers.get("Sec-Fetch-Site");
        return site == null ? headers.get(HttpHeaders.ORIGIN) != null && isOurs(headers) : site.equals("same-origin");
    }

    private static boolean isOurs(HttpHeaders headers) {
        var site = headers.get("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        var origin = headers.get(HttpHeaders.ORIGIN);
        return origin == null || origin.replaceFirst("^https?://", "").equals(headers.get(HttpHeaders.HOST));
    }
}
