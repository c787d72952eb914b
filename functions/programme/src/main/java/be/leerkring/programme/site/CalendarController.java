package be.leerkring.programme.site;

import be.leerkring.network.session.Session;
import be.leerkring.network.session.SessionCalendar;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.Programme;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.List;

/** The programme and its sessions, for calendars. */
@Produces(MediaType.ALL)
@Controller
final class CalendarController {

    private final Programme.Reader programme;
    private final Sessions sessions;
    private final SessionCalendar calendar;
    private final Pages pages;

    CalendarController(Programme.Reader programme, Sessions sessions, SessionCalendar calendar, Pages pages) {
        this.programme = programme;
        this.sessions = sessions;
        this.calendar = calendar;
        this.pages = pages;
    }

    @Get("/calendar.ics")
    HttpResponse<String> all(Visit visit) {
        var view = pages.view(visit);
        var entries = programme.read().listed().stream()
                .map(listed -> new SessionCalendar.Entry(listed.session(), listed.news(view)))
                .toList();
        return answer(entries, view.network().name(), visit);
    }

    @Get("/sessions/{id}/calendar.ics")
    HttpResponse<String> one(String id, Visit visit) {
        return sessions.find(id)
                .map(session -> answer(List.of(alone(session, visit)), "", visit)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".ics\""))
                .<HttpResponse<String>>map(download -> download)
                .orElseGet(() -> pages.notFound(pages.view(visit)));
    }

    /** Nobody asks for this file again: it says what does not change by itself. */
    private SessionCalendar.Entry alone(Session session, Visit visit) {
        var texts = pages.view(visit).texts();
        var news = session.cancelled()
                ? texts.text("calendar.standing.cancelled")
                : session.wasMoved() ? texts.text("calendar.moved") : "";
        return new SessionCalendar.Entry(session, news);
    }

    /** Calendars that subscribe fetch it as it is; a single session is a file to take along. */
    private MutableHttpResponse<String> answer(
            List<SessionCalendar.Entry> found, String name, Visit visit) {
        return HttpResponse.ok(calendar.write(found, name, visit.language(), visit.address().site()))
                .header(HttpHeaders.CONTENT_TYPE, SessionCalendar.CONTENT_TYPE);
    }
}
