package be.leerkring.feedback.report;

import be.leerkring.feedback.StaticTemplates;
import be.leerkring.platform.head.Head;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** A year for everybody. */
@Produces(MediaType.ALL)
@Controller(ReportController.HERE)
final class ReportController {

    static final String HERE = "/report";

    private final ReadingYears years;
    private final Pages pages;

    ReportController(ReadingYears years, Pages pages) {
        this.years = years;
        this.pages = pages;
    }

    /** On to the last year that can be read. */
    @Get
    HttpResponse<String> latest(Visit visit) {
        var view = pages.view(visit);
        var year = years.latestPublic();
        return year.isPresent()
                ? pages.seeOther(HERE + "/" + year.getAsInt())
                : pages.show(view, view.text("report.title"), new StaticTemplates().reportNone(view));
    }

    @Get("/{year}")
    HttpResponse<String> look(String year, Visit visit) {
        var view = pages.view(visit);
        return ReadingYears.yearIn(year).stream()
                .boxed()
                .flatMap(asked -> years.readPublic(asked).stream())
                .findFirst()
                .map(report -> pages.show(
                        view,
                        new Head(
                                view.text("report.title.year", year),
                                view.text("report.lead", view.network().inSentence(view.language()))),
                        new StaticTemplates().reportEverybody(view, report, new ReportWords(view, report.year()))))
                .orElseGet(() -> pages.notFound(view));
    }
}
