package be.leerkring.speeddating;

import be.leerkring.network.Sessions;
import be.leerkring.platform.desk.DeskPages;
import be.leerkring.platform.desk.Organiser;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The plan of a session at the desk. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/speed-dating")
final class PlanController {

    private final Sessions sessions;
    private final Pages pages;
    private final DeskPages deskPages;

    PlanController(Sessions sessions, Pages pages, DeskPages deskPages) {
        this.sessions = sessions;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> look(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return sessions.find(id)
                .map(session -> deskPages.show(
                        view,
                        organiser,
                        view.text("session-tabs.speed-dating"),
                        new StaticTemplates().plan(view, session)))
                .orElseGet(() -> deskPages.notFound(view));
    }
}
