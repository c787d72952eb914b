package be.leerkring.programme.statement;

import be.leerkring.platform.head.Head;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The privacy statement (GDPR, article 13), and the one on accessibility (Implementing Decision (EU) 2018/1523). */
@Produces(MediaType.ALL)
@Controller
final class StatementController {

    private final Facts facts;
    private final Pages pages;

    StatementController(Facts facts, Pages pages) {
        this.facts = facts;
        this.pages = pages;
    }

    @Get("/privacy")
    HttpResponse<String> privacy(Visit visit) {
        var view = pages.view(visit);
        var lead = view.text("privacy.lead", view.network().organiserInSentence(view.language()));
        return pages.show(
                view,
                new Head(view.text("privacy.title"), lead),
                new StaticTemplates().statementPrivacy(view, facts, lead));
    }

    @Get("/accessibility")
    HttpResponse<String> accessibility(Visit visit) {
        var view = pages.view(visit);
        return pages.show(
                view,
                new Head(view.text("accessibility.title"), view.text("accessibility.lead")),
                new StaticTemplates().statementAccessibility(view, facts));
    }
}
