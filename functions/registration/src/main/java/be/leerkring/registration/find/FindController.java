package be.leerkring.registration.find;

import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;

/** The page for whoever lost the mails, to which every page's foot leads. */
@Produces(MediaType.ALL)
@Controller("/find")
final class FindController {

    private final Finding finding;
    private final Pages pages;

    FindController(Finding finding, Pages pages) {
        this.finding = finding;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> form(Visit visit) {
        var view = pages.view(visit);
        return pages.show(
                view, view.text("find.title"),
                new StaticTemplates().findForm(view, FindForm.empty(), FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> find(Visit visit, FormText text) {
        var view = pages.view(visit);
        var form = FindForm.of(text);
        return switch (finding.ask(form, visit.language(), visit.source())) {
            case Finding.Outcome.Asked() -> pages.seeOther("/find/sent");
            case Finding.Outcome.TooOften(var until) ->
                pages.tooOften(
                        view,
                        view.text("find.title"),
                        until,
                        new StaticTemplates().findForm(view, form, FormErrors.tooOften(until)));
            case Finding.Outcome.Invalid(var errors) ->
                pages.invalid(
                        view,
                        view.text("find.title"),
                        new StaticTemplates().findForm(view, form, errors.inOrderOf(FindForm.FIELDS, view::text)));
        };
    }

    @Get("/sent")
    HttpResponse<String> sent(Visit visit) {
        var view = pages.view(visit);
        return pages.show(view, view.text("find.sent"), new StaticTemplates().findSent(view));
    }
}
