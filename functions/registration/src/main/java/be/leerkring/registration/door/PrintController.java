package be.leerkring.registration.door;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.function.BiFunction;

/** What is printed for the day: who comes, and what they wear. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}")
final class PrintController {

    private final CheckIn.Reader checkIns;
    private final Pages pages;
    private final DeskPages deskPages;

    PrintController(CheckIn.Reader checkIns, Pages pages, DeskPages deskPages) {
        this.checkIns = checkIns;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get("/list")
    HttpResponse<String> list(String id, Visit visit, Organiser organiser) {
        return show(id, visit, organiser, "list.title",
                (view, sheets) -> new StaticTemplates().doorAttendance(view, sheets));
    }

    @Get("/badges")
    HttpResponse<String> badges(String id, Visit visit, Organiser organiser) {
        return show(
                id, visit, organiser, "badges.title", (view, sheets) -> new StaticTemplates().doorBadges(view, sheets));
    }

    private HttpResponse<String> show(
            String id, Visit visit, Organiser organiser, String title, BiFunction<View, PaperLists, Content> page) {
        var view = pages.view(visit);
        return checkIns.of(id)
                .map(checkIn -> deskPages.show(
                        view, organiser, view.text(title), page.apply(view, PaperLists.of(checkIn))))
                .orElseGet(() -> deskPages.notFound(view));
    }
}
