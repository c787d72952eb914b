package be.leerkring.speeddating.plan;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.speeddating.PlanSheet;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;

/** The plan of a session at the desk: what it is, how good it is, and the form that makes one. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/speed-dating")
final class PlanController {

    private final Planning planning;
    private final PlanAnswers answers;
    private final Pages pages;
    private final DeskPages deskPages;

    PlanController(Planning planning, PlanAnswers answers, Pages pages, DeskPages deskPages) {
        this.planning = planning;
        this.answers = answers;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> look(String id, Visit visit, Organiser organiser) {
        return answers.show(id, visit, organiser);
    }

    /** Plans; the field {@code way} says whether anew, otherwise, or with as few as possible elsewhere. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> plan(
            String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = PlanForm.of(text);
        var way = switch (text.line("way")) {
            case "otherwise" -> Planning.Way.OTHERWISE;
            case "changed" -> Planning.Way.CHANGED;
            default -> Planning.Way.ANEW;
        };
        return switch (planning.plan(id, form, way, organiser)) {
            case Planning.Outcome.Done(SpeedDates plan) ->
                pages.seeOther(Session.deskPath(plan.session()) + "/speed-dating");
            case Planning.Outcome.Invalid(PlanSheet sheet, FormErrors.Found errors) ->
                answers.invalid(view, organiser, sheet, form, errors);
            case Planning.Outcome.Conflict(PlanSheet sheet) -> answers.conflict(view, organiser, sheet, form);
            case Planning.Outcome.Unknown() -> deskPages.notFound(view);
        };
    }
}
