package be.leerkring.registration.people;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import be.leerkring.registration.form.FormPage;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;

/** The form in which an organiser registers somebody. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/people/new")
final class EnrolmentController {

    private final Enrolling enrolling;
    private final Pages pages;
    private final DeskPages deskPages;

    EnrolmentController(Enrolling enrolling, Pages pages, DeskPages deskPages) {
        this.enrolling = enrolling;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> form(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return switch (enrolling.sheet(id)) {
            case Enrolling.Sheet.Open(var formPage) ->
                deskPages.show(
                        view,
                        organiser,
                        view.text("enrol.title"),
                        new StaticTemplates()
                                .peopleEnrol(
                                        view,
                                        formPage,
                                        EnrolmentForm.empty(
                                                view.languages().getFirst().code()),
                                        FormErrors.none(),
                                        null));
            case Enrolling.Sheet.Closed closed -> shut(closed, view, organiser);
            case Enrolling.Sheet.Unknown none -> shut(none, view, organiser);
        };
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(
            String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = EnrolmentForm.of(text);
        return switch (enrolling.add(id, form, organiser)) {
            case Enrolling.Outcome.Added(var participant) ->
                pages.seeOther(Session.deskPath(id) + "/people/" + participant.person());
            case Enrolling.Outcome.Known(var formPage, var registration) -> {
                var errors = new FormErrors.Found().add("email", "enrol.email.known");
                yield invalid(view, organiser, formPage, form, errors, registration.participant());
            }
            case Enrolling.Outcome.Invalid(var formPage, var errors) ->
                invalid(view, organiser, formPage, form, errors, null);
            case Enrolling.Outcome.Shut(var sheet) -> shut(sheet, view, organiser);
        };
    }

    private HttpResponse<String> invalid(
            View view,
            Organiser organiser,
            FormPage formPage,
            EnrolmentForm form,
            FormErrors.Found errors,
            @Nullable Participant known) {
        return deskPages.invalid(
                view,
                organiser,
                view.text("enrol.title"),
                new StaticTemplates()
                        .peopleEnrol(view, formPage, form, errors.inOrderOf(form.fields(), view::text), known));
    }

    private HttpResponse<String> shut(Enrolling.Sheet sheet, View view, Organiser organiser) {
        return sheet instanceof Enrolling.Sheet.Closed(var session)
                ? deskPages.show(
                        view, organiser, view.text("enrol.title"),
                        new StaticTemplates().peopleEnrolClosed(view, session))
                : deskPages.notFound(view);
    }
}
