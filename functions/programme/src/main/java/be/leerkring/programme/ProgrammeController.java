package be.leerkring.programme;

import be.leerkring.network.SeatCounts;
import be.leerkring.network.Session;
import be.leerkring.network.SessionCalendar;
import be.leerkring.network.Sessions;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.util.List;

/** The programme and its sessions, to read. */
@Produces(MediaType.ALL)
@Controller
final class ProgrammeController {

    private final Programme.Reader programme;
    private final Sessions sessions;
    private final SeatCounts seats;
    private final Table table;
    private final Pages pages;
    private final Clock clock;

    ProgrammeController(
            Programme.Reader programme,
            Sessions sessions,
            SeatCounts seats,
            Table table,
            Pages pages,
            Clock clock) {
        this.programme = programme;
        this.sessions = sessions;
        this.seats = seats;
        this.table = table;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> programme(Visit visit) {
        var view = pages.view(visit);
        return pages.show(
                view, view.text("programme.title"),
                new StaticTemplates().programme(view, programme.read(), clock.instant()));
    }

    @Get("/sessions/{id}")
    HttpResponse<String> session(String id, Visit visit) {
        var view = pages.view(visit);
        var found = table.read(List.of(sessions.key(id), seats.key(id)));
        return sessions.in(found, id)
                .map(session -> pages.show(
                        view,
                        view.text(session.title()),
                        new StaticTemplates().session(view, session, seats.in(found, id), clock.instant())))
                .orElseGet(() -> pages.notFound(view));
    }
}
