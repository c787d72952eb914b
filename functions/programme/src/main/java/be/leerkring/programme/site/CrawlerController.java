package be.leerkring.programme.site;

import be.leerkring.network.session.Session;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.Programme;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is for search engines to find, and what is none of their business. */
@Produces(MediaType.ALL)
@Controller
final class CrawlerController {

    /** RFC 9309. The desk, whatever a mailed link leads to, forms, and what counts who opens it. */
    private static final List<String> NOT_FOR_CRAWLERS = List.of(
            "/organiser", "/confirm/", "/my/", "/address/", "/feedback/", "/follow-up/", "/contacts/", "/unsubscribe/",
            "/sessions/*/register", "/knowledge/*/open", "/busy");

    /** Beside the sessions and the years. */
    private static final List<String> PAGES = List.of("/knowledge", "/network", "/privacy", "/accessibility");

    /** A session is closed after two weeks, if nobody did it before; then its year has a report. */
    private static final Duration CLOSED_AFTER = Duration.ofDays(15);

    private final Programme.Reader programme;
    private final NetworkTime time;
    private final Clock clock;

    CrawlerController(Programme.Reader programme, NetworkTime time, Clock clock) {
        this.programme = programme;
        this.time = time;
        this.clock = clock;
    }

    @Get("/robots.txt")
    HttpResponse<String> robots(Visit visit) {
        return HttpResponse.ok("User-agent: *\n"
                + NOT_FOR_CRAWLERS.stream().map(path -> "Disallow: " + path + "\n").collect(Collectors.joining())
                + "\nSitemap: " + visit.address().site() + "/sitemap.xml\n")
                .header(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8");
    }

    /** As sitemaps.org has it. */
    @Get("/sitemap.xml")
    HttpResponse<String> sitemap(Visit visit) {
        var site = visit.address().site();
        var sessions = programme.read().sessions();
        var home = entry(site + "/", sessions.stream().map(Session::changed).max(Comparator.naturalOrder()));
        var entries = Stream.of(
                Stream.of(home),
                PAGES.stream().map(path -> entry(site + path, Optional.empty())),
                years(sessions).map(year -> entry(site + "/report/" + year, Optional.empty())),
                sessions.stream().map(session -> entry(site + session.path(), Optional.of(session.changed()))));
        return HttpResponse.ok("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                + entries.flatMap(each -> each).collect(Collectors.joining())
                + "</urlset>\n")
                .header(HttpHeaders.CONTENT_TYPE, "application/xml; charset=utf-8");
    }

    private Stream<Integer> years(List<Session> sessions) {
        var closed = clock.instant().minus(CLOSED_AFTER);
        return sessions.stream()
                .filter(session -> !session.cancelled() && session.end().isBefore(closed))
                .map(session -> time.local(session.start()).getYear())
                .distinct();
    }

    /** Sessions' addresses have no character that XML knows; of a host, only a browser that lies has one. */
    private static String entry(String address, Optional<Instant> changed) {
        return "<url><loc>" + address.replace("&", "&amp;").replace("<", "&lt;") + "</loc>"
                + changed.map(at -> "<lastmod>" + at + "</lastmod>").orElse("")
                + "</url>\n";
    }
}
