package be.leerkring.feedback.report;

import be.leerkring.desk.Csv;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.feedback.StaticTemplates;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.function.Function;

/** A year for organisers: on screen, on paper, and as files to take along. */
@Produces(MediaType.ALL)
@Controller(ReportDeskController.HERE)
final class ReportDeskController {

    static final String HERE = "/organiser/report";

    private final ReadingYears years;
    private final ReportFiles files;
    private final Pages pages;
    private final DeskPages deskPages;

    ReportDeskController(ReadingYears years, ReportFiles files, Pages pages, DeskPages deskPages) {
        this.years = years;
        this.files = files;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    /** On to the last year with figures. */
    @Get
    HttpResponse<String> latest(Organiser organiser) {
        return pages.seeOther(HERE + "/" + years.latest());
    }

    @Get("/{year}")
    HttpResponse<String> look(String year, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return find(year, visit, report -> deskPages.show(
                view,
                organiser,
                view.text("report.title.year", year),
                new StaticTemplates().reportDesk(view, report, new ReportWords(view, report.year()))));
    }

    /** With the parameter {@code for=excel}, as a Belgian Excel reads it by a double click. */
    @Get("/{year}/report.csv")
    HttpResponse<String> csv(String year, HttpRequest<?> request, Visit visit, Organiser organiser) {
        var separator = Csv.Separator.asked(FormText.asked(request.getParameters()));
        return find(year, visit, report -> file(
                report, "csv", Csv.CONTENT_TYPE, files.csv(report, separator, pages.view(visit))));
    }

    /** For programs; {@code functions/feedback/README.md} has the names of its fields. */
    @Get("/{year}/report.json")
    HttpResponse<String> json(String year, Visit visit, Organiser organiser) {
        return find(year, visit, report -> file(
                report, "json", "application/json; charset=utf-8", files.json(report)));
    }

    private HttpResponse<String> find(String year, Visit visit, Function<YearReport, HttpResponse<String>> answer) {
        var asked = ReadingYears.yearIn(year);
        return asked.isPresent()
                ? answer.apply(years.read(asked.getAsInt()))
                : deskPages.notFound(pages.view(visit));
    }

    private static HttpResponse<String> file(YearReport report, String ending, String contentType, String text) {
        return HttpResponse.ok(text)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"report-" + report.year() + "." + ending + "\"");
    }
}
