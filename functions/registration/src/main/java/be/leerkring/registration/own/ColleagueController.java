package be.leerkring.registration.own;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.MyPages;
import be.leerkring.registration.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.Optional;

/** The form that passes a seat to a colleague. */
@Produces(MediaType.ALL)
@Controller("/my/{token}/colleague")
final class ColleagueController {

    private final MyPages myPages;
    private final PassingOn passingOn;
    private final Pages pages;

    ColleagueController(MyPages myPages, PassingOn passingOn, Pages pages) {
        this.myPages = myPages;
        this.passingOn = passingOn;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> form(String token, Visit visit) {
        return myPages.follow(token, visit, (there, view) -> passingOn.canPass(there)
                ? pages.show(
                        view,
                        view.text("colleague.title"),
                        new StaticTemplates()
                                .ownColleague(view, there, token, ColleagueForm.empty(), FormErrors.none()))
                : myPages.gone(view, "my.closed", Optional.of(there.session())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> pass(String token, Visit visit, FormText text) {
        var form = ColleagueForm.of(text);
        return switch (passingOn.pass(new Token(token), form, visit.source())) {
            case PassingOn.Outcome.Asked(var there) -> pages.seeOther("/my/" + token + "/colleague/asked");
            case PassingOn.Outcome.TooOften(var there, var until) -> {
                var view = myPages.view(there, visit);
                yield pages.tooOften(
                        view,
                        view.text("colleague.title"),
                        until,
                        new StaticTemplates()
                                .ownColleague(view, there, token, form, FormErrors.tooOften(until)));
            }
            case PassingOn.Outcome.Invalid(var there, var errors) -> {
                var view = myPages.view(there, visit);
                yield pages.invalid(
                        view,
                        view.text("colleague.title"),
                        new StaticTemplates()
                                .ownColleague(
                                        view,
                                        there,
                                        token,
                                        form,
                                        errors.inOrderOf(ColleagueForm.FIELDS, view::text)));
            }
            case PassingOn.Outcome.Closed(var destination) -> myPages.closed(destination, visit, "my.closed");
        };
    }

    @Get("/asked")
    HttpResponse<String> asked(String token, Visit visit) {
        return myPages.follow(token, visit, (there, view) -> pages.show(
                view, view.text("colleague.asked"), new StaticTemplates().ownAsked(view, token)));
    }
}
