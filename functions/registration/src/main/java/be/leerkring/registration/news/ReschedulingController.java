package be.leerkring.registration.news;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Session;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.Optional;

/** Moves a published session or calls it off: who will be mailed what is shown first, and then there is the button. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}")
final class ReschedulingController {

    private final Rescheduling rescheduling;
    private final NetworkTime time;
    private final Pages pages;
    private final DeskPages deskPages;

    ReschedulingController(Rescheduling rescheduling, NetworkTime time, Pages pages, DeskPages deskPages) {
        this.rescheduling = rescheduling;
        this.time = time;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get("/move")
    HttpResponse<String> form(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return rescheduling.open(id)
                .map(session -> deskPages.show(
                        view,
                        organiser,
                        view.text("move.title"),
                        new StaticTemplates().newsMove(view, session, MoveForm.of(session, time), FormErrors.none())))
                .orElseGet(() -> deskPages.notFound(view));
    }

    /** Shows what would happen; with the field {@code seen}, does it. */
    @Post("/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> move(
            String id, Visit visit, Organiser organiser, FormText text) {
        var form = MoveForm.of(text);
        return answer(
                rescheduling.move(id, form, text.number("seen"), organiser), pages.view(visit), organiser, "move",
                form);
    }

    @Get("/call-off")
    HttpResponse<String> look(String id, Visit visit, Organiser organiser) {
        return answer(
                rescheduling.callOff(id, Optional.empty(), organiser),
                pages.view(visit),
                organiser,
                "call-off",
                MoveForm.of(FormText.EMPTY));
    }

    @Post("/call-off")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> callOff(
            String id, Visit visit, Organiser organiser, FormText text) {
        return answer(
                rescheduling.callOff(id, text.number("seen"), organiser),
                pages.view(visit),
                organiser,
                "call-off",
                MoveForm.of(FormText.EMPTY));
    }

    private HttpResponse<String> answer(
            Rescheduling.Outcome outcome, View view, Organiser organiser, String act, MoveForm form) {
        var title = view.text(act + ".title");
        return switch (outcome) {
            case Rescheduling.Outcome.Shown(var session, var announcement) ->
                deskPages.show(
                        view,
                        organiser,
                        title,
                        new StaticTemplates().newsAnnouncement(view, session, announcement, act, form, false));
            case Rescheduling.Outcome.Conflict(var session, var announcement) ->
                deskPages.conflict(
                        view,
                        organiser,
                        title,
                        new StaticTemplates().newsAnnouncement(view, session, announcement, act, form, true));
            case Rescheduling.Outcome.Invalid(var session, var errors) ->
                deskPages.invalid(
                        view,
                        organiser,
                        title,
                        new StaticTemplates().newsMove(
                                view, session, form, errors.inOrderOf(form.fields(), view::text)));
            case Rescheduling.Outcome.Closed(Session session) ->
                deskPages.show(
                        view, organiser, title, new StaticTemplates().newsMoveClosed(view, session, title));
            case Rescheduling.Outcome.Done(var id) ->
                pages.seeOther(Session.deskPath(id) + "?done=" + act);
            case Rescheduling.Outcome.Unknown() -> deskPages.notFound(view);
        };
    }
}
