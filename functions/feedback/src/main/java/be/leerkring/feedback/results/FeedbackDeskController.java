package be.leerkring.feedback.results;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.feedback.StaticTemplates;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** What people said of all sessions: in figures, and the quotes that wait. */
@Produces(MediaType.ALL)
@Controller("/organiser")
final class FeedbackDeskController {

    private final Trend.Reader trend;
    private final QuoteQueue queue;
    private final Pages pages;
    private final DeskPages deskPages;

    FeedbackDeskController(Trend.Reader trend, QuoteQueue queue, Pages pages, DeskPages deskPages) {
        this.trend = trend;
        this.queue = queue;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get("/answers")
    HttpResponse<String> trend(Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return deskPages.show(
                view, organiser, view.text("trend.title"), new StaticTemplates().resultsTrend(view, trend.read()));
    }

    @Get("/quotes")
    HttpResponse<String> quotes(Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return deskPages.show(
                view, organiser, view.text("quotes.title"), new StaticTemplates().resultsQueue(view, queue.read()));
    }
}
