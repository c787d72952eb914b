package be.leerkring.feedback.cooperation;

import be.leerkring.desk.Csv;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.feedback.StaticTemplates;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.Arrays;

/** What came of contacts, as organisers keep it: what is proposed, what there is, and what people said of a session. */
@Produces(MediaType.ALL)
@Controller("/organiser/cooperations")
final class CooperationsController {

    private final CooperationsSheet.Reader reader;
    private final Later.Reader later;
    private final EditingCooperations desk;
    private final Pages pages;
    private final DeskPages deskPages;

    CooperationsController(
            CooperationsSheet.Reader reader,
            Later.Reader later,
            EditingCooperations desk,
            Pages pages,
            DeskPages deskPages) {
        this.reader = reader;
        this.later = later;
        this.desk = desk;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return deskPages.show(
                view,
                organiser,
                view.text("cooperations.title"),
                new StaticTemplates().cooperationList(view, sheet(request)));
    }

    /** With the parameter {@code for=excel}, as a Belgian Excel reads it by a double click. */
    @Get("/cooperations.csv")
    HttpResponse<String> csv(HttpRequest<?> request, Visit visit, Organiser organiser) {
        var sheet = sheet(request);
        var separator = Csv.Separator.asked(FormText.asked(request.getParameters()));
        return HttpResponse.ok(CooperationFile.csv(sheet, separator, pages.view(visit).texts()))
                .header(HttpHeaders.CONTENT_TYPE, Csv.CONTENT_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"cooperations-" + sheet.today() + ".csv\"");
    }

    private CooperationsSheet sheet(HttpRequest<?> request) {
        return reader.read(Stage.withCode(FormText.asked(request.getParameters()).line("stage")));
    }

    /** Looked at, and left: nothing comes of these reports. */
    @Post("/leave")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> leave(Visit visit, Organiser organiser, FormText text) {
        desk.leave(Arrays.asList(text.line("seen").split(" ")), organiser);
        return pages.seeOther(CooperationSheet.HERE);
    }

    @Get("/later/{session}")
    HttpResponse<String> later(String session, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return later.read(session)
                .map(read -> deskPages.show(
                        view,
                        organiser,
                        view.text("later.title"),
                        new StaticTemplates().cooperationLater(view, read)))
                .orElseGet(() -> deskPages.notFound(view));
    }
}
