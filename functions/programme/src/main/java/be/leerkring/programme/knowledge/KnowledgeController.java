package be.leerkring.programme.knowledge;

import be.leerkring.platform.head.Head;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.StaticTemplates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The network's knowledge, to search. */
@Produces(MediaType.ALL)
@Controller("/knowledge")
final class KnowledgeController {

    private final KnowledgeFound.Reader knowledge;
    private final Pages pages;

    KnowledgeController(KnowledgeFound.Reader knowledge, Pages pages) {
        this.knowledge = knowledge;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> knowledge(HttpRequest<?> request, Visit visit) {
        var view = pages.view(visit);
        var found = knowledge.readWithSessions(KnowledgeSearch.of(FormText.asked(request.getParameters())));
        return pages.show(
                view,
                new Head(view.text("knowledge.title"), view.text("knowledge.lead")),
                new StaticTemplates().knowledgeList(view, found));
    }
}
