package be.leerkring.feedback.cooperation;

import be.leerkring.feedback.StaticTemplates;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.platform.head.Head;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.List;

/** A published cooperation on a page of its own, for whoever is sent it. */
@Produces(MediaType.ALL)
@Controller("/cooperations/{id}")
final class CooperationController {

    private final Cooperations cooperations;
    private final Pages pages;

    CooperationController(Cooperations cooperations, Pages pages) {
        this.cooperations = cooperations;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> look(String id, Visit visit) {
        var view = pages.view(visit);
        var look = cooperations.look(id);
        return look.cooperation()
                .filter(Cooperation::isPublic)
                .map(cooperation -> show(view, cooperation, look))
                .orElseGet(() -> pages.notFound(view));
    }

    private HttpResponse<String> show(View view, Cooperation cooperation, Cooperations.Look look) {
        var organisations = cooperation.organisations().stream()
                .map(one -> CooperationsSheet.names(List.of(one), look.organisations()))
                .toList();
        return pages.show(
                view,
                new Head(
                        view.texts().words(cooperation.title()),
                        String.join(" · ", organisations) + ". " + view.text(cooperation.story())),
                new StaticTemplates().cooperationStory(view, cooperation, organisations));
    }
}
