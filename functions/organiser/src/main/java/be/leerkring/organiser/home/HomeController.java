package be.leerkring.organiser.home;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.organiser.StaticTemplates;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The desk's front page. */
@Produces(MediaType.ALL)
@Controller("/organiser")
final class HomeController {

    private final Home.Reader reader;
    private final Pages pages;
    private final DeskPages deskPages;

    HomeController(Home.Reader reader, Pages pages, DeskPages deskPages) {
        this.reader = reader;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> home(Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return deskPages.show(
                view, organiser, view.text("desk"), new StaticTemplates().homeHome(view, reader.read(organiser)));
    }
}
