package be.leerkring.platform.web;

import be.leerkring.platform.head.Head;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.CopiedToken;
import be.leerkring.platform.request.Address;
import be.leerkring.platform.templates.StaticTemplates;
import be.leerkring.platform.time.NetworkTime;
import gg.jte.Content;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers that a person reads: a feature's page inside the layout that all pages share. */
@Singleton
public final class Pages {

    /** UTF-8, said aloud. */
    public static final String HTML = "text/html; charset=utf-8";

    /** As RFC 9110, section 5.6.7, writes a date: two digits for the day, which Java's own constant has not. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private static final Content NOTHING = _ -> {};

    private final Languages languages;
    private final NetworkTime time;
    private final NetworkIdentity network;
    private final Footer footer = Footer.read();

    Pages(Languages languages, NetworkTime time, NetworkIdentity network) {
        this.languages = languages;
        this.time = time;
        this.network = network;
    }

    /** What a page's template needs for this visit. */
    public View view(Visit visit) {
        return new View(visit, languages, time, network);
    }

    /** 200, with this page. */
    public MutableHttpResponse<String> show(View view, String title, Content page) {
        return answer(HttpStatus.OK, view, title, NOTHING, page);
    }

    /** 200, with this page, which everybody may find. */
    public MutableHttpResponse<String> show(View view, Head head, Content page) {
        return answer(HttpStatus.OK, view, head.title().text(), Optional.of(head), NOTHING, page);
    }

    /** 422, with the form and what is wrong with it. */
    public MutableHttpResponse<String> invalid(View view, String title, Content page) {
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, view, view.text("form.error.title", title), NOTHING, page);
    }

    /** 404: there is no such thing. */
    public MutableHttpResponse<String> notFound(View view) {
        return problem(HttpStatus.NOT_FOUND, view, "problem.not-found");
    }

    /** 404 for a mailed link: nobody was sent it as it arrived here, or it is forgotten. Says what helps. */
    public MutableHttpResponse<String> unknownLink(View view) {
        var whole = Stream.of(view.path().split("/")).anyMatch(CopiedToken::isWhole);
        var key = whole ? "problem.old-link" : "problem.link";
        var title = view.text(key + ".title");
        return answer(HttpStatus.NOT_FOUND, view, title, NOTHING,
                new StaticTemplates().link(view, title, view.text(key + ".text"), footer.finding()));
    }

    /** Where a page leads on to: an address of this site, and what the link to it says. */
    public record Way(String label, String path) {}

    /** 410 for a mailed link: its time is over, for this reason. Leads on, at least to the programme. */
    public MutableHttpResponse<String> gone(View view, String reason, Optional<Way> onward) {
        var way = onward.orElseGet(() -> new Way(view.text("problem.onward"), "/"));
        return gone(view, new StaticTemplates().gone(view, reason, way, footer.finding()));
    }

    /** 410: there was, and its time is over. */
    public MutableHttpResponse<String> gone(View view, Content page) {
        return answer(HttpStatus.GONE, view, view.text("problem.gone.title"), NOTHING, page);
    }

    /** 410, with a page that has a title of its own. */
    public MutableHttpResponse<String> gone(View view, String title, Content page) {
        return answer(HttpStatus.GONE, view, title, NOTHING, page);
    }

    /** 429: the form came too soon after others; it can be sent again from this moment on (RFC 6585). */
    public MutableHttpResponse<String> tooOften(View view, String title, Instant until, Content page) {
        return answer(
                HttpStatus.TOO_MANY_REQUESTS,
                view,
                view.text("form.too-often.title", title),
                NOTHING,
                page)
                .header(HttpHeaders.RETRY_AFTER, HTTP_DATE.format(until.atOffset(ZoneOffset.UTC)));
    }

    /** 303: the post is done, and here is what to look at: a path of ours, and whatever was asked for in it. */
    public MutableHttpResponse<String> seeOther(String path) {
        return HttpResponse.seeOther(URI.create(Address.legal(path)));
    }

    /** A problem, in the words of the texts that begin with this key; one of ours has its request's number. */
    public MutableHttpResponse<String> problem(HttpStatus status, View view, String key) {
        var title = view.text(key + ".title");
        var number = status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode() ? view.number() : "";
        return answer(status, view, title, NOTHING,
                new StaticTemplates().problem(view, title, view.text(key + ".text"), number));
    }

    /**
     * Any page that no search engine is to show.
     *
     * @param band stands between the site's header and the page, in the place of the menu; can be empty
     */
    public MutableHttpResponse<String> answer(
            HttpStatus status, View view, String title, Content band, Content page) {
        return answer(status, view, title, Optional.empty(), band, page);
    }

    private MutableHttpResponse<String> answer(
            HttpStatus status, View view, String title, Optional<Head> head, Content band, Content page) {
        var menu = band == NOTHING ? footer.menu() : List.<Footer.Link>of();
        return HttpResponse.<String>status(status)
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, view.language().code())
                .body(new StaticTemplates().layout(view, title, head, menu, band, page, footer).render());
    }
}
