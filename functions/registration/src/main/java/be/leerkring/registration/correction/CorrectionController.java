package be.leerkring.registration.correction;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.Destination;
import be.leerkring.registration.StaticTemplates;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;

/** The form in which an organiser puts right what is known of a person. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/people/{person}/correct")
final class CorrectionController {

    /** Where the form does not say of which revision it is: that of no registration, so that nothing is done. */
    private static final long NO_REVISION = -1;

    private final Correcting correcting;
    private final Pages pages;
    private final DeskPages deskPages;

    CorrectionController(Correcting correcting, Pages pages, DeskPages deskPages) {
        this.correcting = correcting;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> form(String id, String person, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return correcting.sheet(new PersonKey(id, person))
                .<HttpResponse<String>>map(sheet -> {
                    var there = sheet.there();
                    var form = CorrectionForm.of(
                            there.registration().participant(), sheet.organisations(), sheet.needs());
                    return correcting.isCorrectable(there)
                            ? deskPages.show(view, organiser, title(view, there),
                                    page(view, sheet, form, FormErrors.none()))
                            : closed(view, organiser, there);
                })
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> correct(String id, String person, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = CorrectionForm.of(text);
        var subject = new PersonKey(id, person);
        return switch (correcting.correct(subject, form, text.number("revision", NO_REVISION), organiser)) {
            case Correcting.Outcome.Done() -> pages.seeOther(Session.deskPath(id) + "/people/" + person);
            case Correcting.Outcome.Invalid(var sheet, var errors) ->
                deskPages.invalid(view, organiser, title(view, sheet.there()), page(
                        view, sheet, form, errors.inOrderOf(form.fields(), view::text)));
            case Correcting.Outcome.Conflict(var sheet) ->
                deskPages.conflict(
                        view, organiser, title(view, sheet.there()), page(view, sheet, form, FormErrors.none()));
            case Correcting.Outcome.Closed(var there) -> closed(view, organiser, there);
            case Correcting.Outcome.Unknown() -> deskPages.notFound(view);
        };
    }

    private HttpResponse<String> closed(View view, Organiser organiser, Destination.Found there) {
        return deskPages.gone(
                view, organiser, title(view, there), new StaticTemplates().correctionClosed(view, there));
    }

    private static String title(View view, Destination.Found there) {
        return view.text("correction.title", there.registration().participant().name());
    }

    private static Content page(View view, CorrectionSheet sheet, CorrectionForm form, FormErrors errors) {
        return new StaticTemplates().correctionForm(view, sheet, form, errors);
    }
}
