package be.leerkring.registration.calendar;

import be.leerkring.network.session.SessionCalendar;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.MyPages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The feed to which a participant's calendar subscribes. Its token opens nothing else. */
@Produces(MediaType.ALL)
@Controller("/my/{token}/calendar.ics")
final class OwnCalendarController {

    private final OwnCalendar calendars;
    private final SessionCalendar calendar;
    private final MyPages myPages;

    OwnCalendarController(OwnCalendar calendars, SessionCalendar calendar, MyPages myPages) {
        this.calendars = calendars;
        this.calendar = calendar;
        this.myPages = myPages;
    }

    @Get
    HttpResponse<String> feed(String token, Visit visit) {
        var follow = calendars.follow(new Token(token));
        return myPages.show(follow.destination(), visit, (there, view) -> HttpResponse.ok(calendar.write(
                follow.sessions().stream()
                        .map(session -> new SessionCalendar.Entry(
                                session, "", !follow.open().contains(session.id())))
                        .toList(),
                view.text("calendar.own.name", view.network().name()),
                there.registration().participant().language(),
                visit.address().site()))
                .header(HttpHeaders.CONTENT_TYPE, SessionCalendar.CONTENT_TYPE));
    }
}
