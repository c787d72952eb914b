package be.leerkring.programme.site;

import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.OnlineCalendars;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.session.Subscription;
import be.leerkring.network.voice.Quotes;
import be.leerkring.network.voice.Replies;
import be.leerkring.platform.head.Head;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.Programme;
import be.leerkring.programme.SessionVoice;
import be.leerkring.programme.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.time.Instant;

/** The programme and its sessions, to read. */
@Produces(MediaType.ALL)
@Controller
final class ProgrammeController {

    private final Programme.Reader programme;
    private final Sessions sessions;
    private final SeatCounts seats;
    private final Knowledge knowledge;
    private final Quotes quotes;
    private final Replies replies;
    private final EventData data;
    private final Pages pages;
    private final Clock clock;

    ProgrammeController(
            Programme.Reader programme,
            Sessions sessions,
            SeatCounts seats,
            Knowledge knowledge,
            Quotes quotes,
            Replies replies,
            EventData data,
            Pages pages,
            Clock clock) {
        this.programme = programme;
        this.sessions = sessions;
        this.seats = seats;
        this.knowledge = knowledge;
        this.quotes = quotes;
        this.replies = replies;
        this.data = data;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> programme(Visit visit) {
        var view = pages.view(visit);
        var feed = new Subscription(visit.address().site(), feed(view), view.network().name());
        return pages.show(
                view,
                new Head(view.texts().name(view.network().name()), view.text("programme.aims")),
                new StaticTemplates().siteProgramme(view, programme.read(), feed, clock.instant()));
    }

    /** In the reader's language, for a calendar asks for none. */
    private static String feed(View view) {
        return view.language().equals(view.languages().getFirst())
                ? "/calendar.ics"
                : "/calendar.ics?language=" + view.language().code();
    }

    @Get("/sessions/{id}")
    HttpResponse<String> session(String id, Visit visit) {
        var view = pages.view(visit);
        var found = sessions.head(id);
        var now = clock.instant();
        return sessions.in(found, id)
                .map(session -> pages.show(
                        view,
                        head(view, session, seats.in(found, id), now),
                        new StaticTemplates().siteSession(
                                view,
                                session,
                                seats.in(found, id),
                                new SessionVoice(quotes.in(found, id), replies.in(found, id)),
                                knowledge.in(found, id),
                                new OnlineCalendars(session, view.texts(), visit.address().site()),
                                now)))
                .orElseGet(() -> pages.notFound(view));
    }

    /** When and where come first, for that is what whoever is sent the link wants to know. */
    private Head head(View view, Session session, Seats given, Instant now) {
        return new Head(
                view.texts().words(session.title()),
                view.date(session.start()) + ", " + session.venue().text() + ". " + view.text(session.summary()),
                data.of(view, session, given, now));
    }
}
