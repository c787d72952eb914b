package be.leerkring.feedback.results;

import be.leerkring.desk.Csv;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.feedback.StaticTemplates;
import be.leerkring.network.session.Session;
import be.leerkring.platform.time.NetworkTime;
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
import java.time.Clock;

/** What people said of a session: to read, to search, to print and to take along; and what to do with their quotes. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}")
final class AnswersController {

    private static final String QUEUE = "/organiser/quotes";

    private final Results results;
    private final QuoteQueue queue;
    private final JudgingQuotes judging;
    private final Pages pages;
    private final DeskPages deskPages;
    private final NetworkTime time;
    private final Clock clock;

    AnswersController(
            Results results,
            QuoteQueue queue,
            JudgingQuotes judging,
            Pages pages,
            DeskPages deskPages,
            NetworkTime time,
            Clock clock) {
        this.results = results;
        this.queue = queue;
        this.judging = judging;
        this.pages = pages;
        this.deskPages = deskPages;
        this.time = time;
        this.clock = clock;
    }

    @Get("/answers")
    HttpResponse<String> show(String id, HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return results.of(id, words(request))
                .map(sheet -> deskPages.show(
                        view, organiser, view.text("answers.title"), new StaticTemplates().resultsAnswers(view, sheet)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    private static String words(HttpRequest<?> request) {
        return FormText.asked(request.getParameters()).line("q");
    }

    /** With the parameter {@code for=excel}, as a Belgian Excel reads it by a double click. */
    @Get("/answers.csv")
    HttpResponse<String> csv(String id, HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var separator = Csv.Separator.asked(FormText.asked(request.getParameters()));
        return results.of(id, words(request))
                .<HttpResponse<String>>map(sheet -> HttpResponse.ok(AnswersCsv.write(sheet, separator, view))
                        .header(HttpHeaders.CONTENT_TYPE, Csv.CONTENT_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file(id) + "\""))
                .orElseGet(() -> deskPages.notFound(view));
    }

    private String file(String id) {
        return id + "-answers-" + time.local(clock.instant()).toLocalDate() + ".csv";
    }

    /** With the field {@code from}, it goes on at the queue. */
    @Post("/answers/quotes/{quote}/{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> judge(
            String id, String quote, String act, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var wanted = QuoteAct.withCode(act);
        if (wanted.isEmpty()) {
            return deskPages.notFound(view);
        }
        var fromQueue = text.line("from").equals("queue");
        var wish = new JudgingQuotes.Wish(wanted.get(), id, quote, text.line("edition"), organiser);
        return switch (judging.judge(wish)) {
            case JudgingQuotes.Outcome.Done() ->
                pages.seeOther(fromQueue ? QUEUE : Session.deskPath(id) + "/answers#quotes");
            case JudgingQuotes.Outcome.Conflict() ->
                deskPages.conflict(
                        view,
                        organiser,
                        view.text(fromQueue ? "quotes.title" : "answers.title"),
                        fromQueue
                                ? new StaticTemplates().resultsQueue(view, queue.read().withChange())
                                : new StaticTemplates().resultsAnswers(
                                        view, results.of(id, "").orElseThrow().withChange()));
            case JudgingQuotes.Outcome.Unknown() -> deskPages.notFound(view);
        };
    }
}
