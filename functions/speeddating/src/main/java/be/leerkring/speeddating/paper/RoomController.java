package be.leerkring.speeddating.paper;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Scripts;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.speeddating.StaticTemplates;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.List;

/** What the room shows of a plan: on its screen, on its tables and on its wall. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/speed-dating")
final class RoomController {

    private final Table table;
    private final Sessions sessions;
    private final SpeedDatingPlans plans;
    private final Pages pages;
    private final DeskPages deskPages;

    RoomController(Table table, Sessions sessions, SpeedDatingPlans plans, Pages pages, DeskPages deskPages) {
        this.table = table;
        this.sessions = sessions;
        this.plans = plans;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    /** How a page shows a plan. */
    private interface Show {
        Content of(View view, Session session, SpeedDates plan);
    }

    /** The beamer's page. Its script keeps the time; without it, the page shows when which round is. */
    @Get("/screen")
    HttpResponse<String> screen(String id, Visit visit, Organiser organiser) {
        return Scripts.withOurs(show(
                id,
                visit,
                organiser,
                "speed-dating.screen",
                (view, session, plan) -> new StaticTemplates().paperScreen(view, session, plan)));
    }

    @Get("/tables")
    HttpResponse<String> tables(String id, Visit visit, Organiser organiser) {
        return show(
                id,
                visit,
                organiser,
                "speed-dating.tables",
                (view, session, plan) -> new StaticTemplates()
                        .paperTables(view, session, plan, Paper.tables(plan)));
    }

    @Get("/wall")
    HttpResponse<String> wall(String id, Visit visit, Organiser organiser) {
        return show(
                id,
                visit,
                organiser,
                "speed-dating.wall",
                (view, session, plan) -> new StaticTemplates()
                        .paperWall(view, session, plan, Paper.wall(plan)));
    }

    private MutableHttpResponse<String> show(String id, Visit visit, Organiser organiser, String title, Show page) {
        var view = pages.view(visit);
        var found = table.read(List.of(sessions.key(id), plans.key(id)));
        return sessions.in(found, id)
                .flatMap(session -> plans.in(found, id)
                        .map(plan -> deskPages.show(
                                view,
                                organiser,
                                view.text(title),
                                page.of(view, session, plan))))
                .orElseGet(() -> deskPages.notFound(view));
    }
}
