package be.leerkring.registration.news;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.ArrayList;

/** Moves a published session or calls it off: who will be mailed what is shown first, and then there is the button. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}")
final class ReschedulingController {

    private final Rescheduling rescheduling;
    private final Languages languages;
    private final NetworkTime time;
    private final Pages pages;
    private final DeskPages deskPages;

    ReschedulingController(
            Rescheduling rescheduling, Languages languages, NetworkTime time, Pages pages, DeskPages deskPages) {
        this.rescheduling = rescheduling;
        this.languages = languages;
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
                        new StaticTemplates().newsMove(
                                view, session, MoveForm.of(session, time), reason(FormText.EMPTY), FormErrors.none())))
                .orElseGet(() -> deskPages.notFound(view));
    }

    /** Shows what would happen; with the field {@code seen}, does it. */
    @Post("/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> move(
            String id, Visit visit, Organiser organiser, FormText text) {
        var form = MoveForm.of(text);
        var reason = reason(text);
        return answer(
                rescheduling.move(id, form, reason, text.number("seen"), organiser),
                new Page(pages.view(visit), organiser, "move", form, reason));
    }

    @Get("/call-off")
    HttpResponse<String> look(String id, Visit visit, Organiser organiser) {
        return callOff(id, visit, organiser, FormText.EMPTY);
    }

    /** Shows what would happen; with the field {@code seen}, does it. */
    @Post("/call-off")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> callOff(
            String id, Visit visit, Organiser organiser, FormText text) {
        var reason = reason(text);
        return answer(
                rescheduling.callOff(id, reason, text.number("seen"), organiser),
                new Page(pages.view(visit), organiser, "call-off", MoveForm.of(FormText.EMPTY), reason));
    }

    private ReasonForm reason(FormText text) {
        return ReasonForm.of(text, languages.all());
    }

    /** What is shown whatever came of it: which act it is about, and what was filled in. */
    private record Page(View view, Organiser organiser, String act, MoveForm form, ReasonForm reason) {

        String title() {
            return view.text(act + ".title");
        }

        Content announcement(Session session, NewsPreview preview, boolean changed, FormErrors errors) {
            return new StaticTemplates()
                    .newsAnnouncement(view, session, preview, act, form, reason, changed, errors);
        }

        FormErrors inOrder(FormErrors.Found errors) {
            var fields = new ArrayList<>(form.fields());
            view.languages().forEach(language -> fields.add(ReasonForm.field(language)));
            return errors.inOrderOf(fields, view::text);
        }
    }

    private HttpResponse<String> answer(Rescheduling.Outcome outcome, Page page) {
        var view = page.view();
        var organiser = page.organiser();
        return switch (outcome) {
            case Rescheduling.Outcome.Shown(var session, var preview) ->
                deskPages.show(
                        view, organiser, page.title(),
                        page.announcement(session, preview, false, FormErrors.none()));
            case Rescheduling.Outcome.Conflict(var session, var preview) ->
                deskPages.conflict(
                        view, organiser, page.title(),
                        page.announcement(session, preview, true, FormErrors.none()));
            case Rescheduling.Outcome.Unsaid(var session, var preview, var errors) ->
                deskPages.invalid(
                        view, organiser, page.title(),
                        page.announcement(session, preview, false, page.inOrder(errors)));
            case Rescheduling.Outcome.Invalid(var session, var errors) ->
                deskPages.invalid(
                        view,
                        organiser,
                        page.title(),
                        new StaticTemplates().newsMove(
                                view, session, page.form(), page.reason(), page.inOrder(errors)));
            case Rescheduling.Outcome.Closed(Session session) ->
                deskPages.show(
                        view, organiser, page.title(),
                        new StaticTemplates().newsMoveClosed(view, session, page.title()));
            case Rescheduling.Outcome.Done(var id) ->
                pages.seeOther(Session.deskPath(id) + "?done=" + page.act());
            case Rescheduling.Outcome.Unknown() -> deskPages.notFound(view);
        };
    }
}
