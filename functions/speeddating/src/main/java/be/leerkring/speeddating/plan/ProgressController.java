package be.leerkring.speeddating.plan;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;

/** The buttons that say how far the rounds are. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/speed-dating/progress")
final class ProgressController {

    private final HoldingRounds holdingRounds;
    private final PlanAnswers answers;
    private final Pages pages;
    private final DeskPages deskPages;

    ProgressController(HoldingRounds holdingRounds, PlanAnswers answers, Pages pages, DeskPages deskPages) {
        this.holdingRounds = holdingRounds;
        this.answers = answers;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> take(
            String id, Visit visit, Organiser organiser, FormText form) {
        var step = switch (form.line("do")) {
            case "back" -> HoldingRounds.Step.BACK;
            case "close" -> HoldingRounds.Step.CLOSE;
            case "reopen" -> HoldingRounds.Step.REOPEN;
            default -> HoldingRounds.Step.NEXT;
        };
        return switch (holdingRounds.take(id, step, form.number("revision", 0), organiser)) {
            case DONE -> pages.seeOther(Session.deskPath(id) + "/speed-dating#day");
            case CONFLICT -> answers.conflict(id, visit, organiser);
            case UNKNOWN -> deskPages.notFound(pages.view(visit));
        };
    }
}
