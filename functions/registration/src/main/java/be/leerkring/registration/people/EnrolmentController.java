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
import be.leerkring.registration.Offer;
import be.leerkring.registration.StaticTemplates;
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

    private final Enrolment enrolment;
    private final Pages pages;
    private final DeskPages deskPages;

    EnrolmentController(Enrolment enrolment, Pages pages, DeskPages deskPages) {
        this.enrolment = enrolment;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> form(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return switch (enrolment.sheet(id)) {
            case Enrolment.Sheet.Open(var offer) ->
                deskPages.show(
                        view,
                        organiser,
                        view.text("enrol.title"),
                        new StaticTemplates()
                                .peopleEnrol(
                                        view,
                                        offer,
                                        EnrolmentForm.empty(
                                                view.languages().getFirst().code()),
                                        FormErrors.none(),
                                        null));
            case Enrolment.Sheet.Closed closed -> shut(closed, view, organiser);
            case Enrolment.Sheet.NoSuchSession none -> shut(none, view, organiser);
        };
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(
            String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = EnrolmentForm.of(text);
        return switch (enrolment.add(id, form, organiser)) {
            case Enrolment.Outcome.Added(var participant) ->
                pages.seeOther(Session.deskPath(id) + "/people/" + participant.person());
            case Enrolment.Outcome.Known(var offer, var registration) -> {
                var errors = new FormErrors.Found().add("email", "enrol.email.known");
                yield invalid(view, organiser, offer, form, errors, registration.participant());
            }
            case Enrolment.Outcome.Invalid(var offer, var errors) ->
                invalid(view, organiser, offer, form, errors, null);
            case Enrolment.Outcome.Shut(var sheet) -> shut(sheet, view, organiser);
        };
    }

    private HttpResponse<String> invalid(
            View view,
            Organiser organiser,
            Offer offer,
            EnrolmentForm form,
            FormErrors.Found errors,
            @Nullable Participant known) {
        return deskPages.invalid(
                view,
                organiser,
                view.text("enrol.title"),
                new StaticTemplates()
                        .peopleEnrol(view, offer, form, errors.inOrderOf(EnrolmentForm.FIELDS, view::text), known));
    }

    private HttpResponse<String> shut(Enrolment.Sheet sheet, View view, Organiser organiser) {
        return sheet instanceof Enrolment.Sheet.Closed(var session)
                ? deskPages.show(
                        view, organiser, view.text("enrol.title"),
                        new StaticTemplates().peopleEnrolClosed(view, session))
                : deskPages.notFound(view);
    }
}
