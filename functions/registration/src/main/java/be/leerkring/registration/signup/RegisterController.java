package be.leerkring.registration.signup;

import be.leerkring.network.session.Sessions;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;

/** The form to register with, and the page after it. */
@Produces(MediaType.ALL)
@Controller("/sessions/{id}/register")
final class RegisterController {

    private final SigningUp signingUp;
    private final Pages pages;
    private final Clock clock;

    RegisterController(SigningUp signingUp, Pages pages, Clock clock) {
        this.signingUp = signingUp;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> form(String id, Visit visit) {
        var view = pages.view(visit);
        return signingUp.offer(id)
                .map(offer -> offer.session().takesRegistrations(clock.instant())
                        ? pages.show(
                                view,
                                view.text("registration.title"),
                                new StaticTemplates()
                                        .signupRegister(
                                                view,
                                                offer,
                                                RegistrationForm.empty(view.language().code()),
                                                FormErrors.none(),
                                                clock.instant()))
                        : pages.gone(view, new StaticTemplates().signupClosed(view, offer.session(), clock.instant())))
                .orElseGet(() -> pages.notFound(view));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> register(String id, Visit visit, FormText text) {
        var sent = SentForm.first(text);
        return answer(signingUp.submit(id, sent.form(), visit.source()), sent, visit);
    }

    private HttpResponse<String> answer(SigningUp.Outcome outcome, SentForm sent, Visit visit) {
        var view = pages.view(visit);
        var form = sent.form();
        return switch (outcome) {
            case SigningUp.Outcome.Mailed(var session) -> {
                var page = session.path() + "/register/sent";
                yield pages.seeOther(page).cookie(sent.cookie(page, visit.secure()));
            }
            case SigningUp.Outcome.TooOften(var offer, var until) ->
                pages.tooOften(
                        view,
                        view.text("registration.title"),
                        until,
                        new StaticTemplates().signupRegister(
                                view, offer, form, FormErrors.tooOften(until), clock.instant()));
            case SigningUp.Outcome.Invalid(var offer, var errors) ->
                pages.invalid(
                        view,
                        view.text("registration.title"),
                        new StaticTemplates()
                                .signupRegister(
                                        view,
                                        offer,
                                        form,
                                        errors.inOrderOf(form.fields(), view::text),
                                        clock.instant()));
            case SigningUp.Outcome.Closed(var offer) ->
                pages.gone(view, new StaticTemplates().signupClosed(view, offer.session(), clock.instant()));
            case SigningUp.Outcome.Unknown() -> pages.notFound(view);
        };
    }

    @Get("/sent")
    HttpResponse<String> sent(String id, Visit visit, @CookieValue(SentForm.COOKIE) @Nullable String cookie) {
        var view = pages.view(visit);
        return Sessions.isId(id)
                ? pages.show(
                        view, view.text("sent.title"),
                        new StaticTemplates().signupSent(view, id, SentForm.read(cookie == null ? "" : cookie)))
                : pages.notFound(view);
    }

    /** The same form at the address that is typed here; at the same one, whoever sent it asks for the mail again. */
    @Post("/sent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> correct(
            String id, Visit visit, FormText typed, @CookieValue(SentForm.COOKIE) @Nullable String cookie) {
        var before = SentForm.read(cookie == null ? "" : cookie).filter(SentForm::isWhole);
        if (before.isEmpty()) {
            return Sessions.isId(id)
                    ? pages.seeOther("/sessions/" + id + "/register")
                    : pages.notFound(pages.view(visit));
        }
        var next = before.get().at(typed);
        return next.mails() == 1
                ? answer(signingUp.submit(id, next.form(), visit.source()), next, visit)
                : again(id, visit, before.get(), next);
    }

    /** Where the mail would not leave, nothing is asked, and the page says so. */
    private HttpResponse<String> again(String id, Visit visit, SentForm before, SentForm next) {
        return before.canBeMailedAgain()
                ? answer(signingUp.again(id, next.form(), visit.source()), next, visit)
                : pages.seeOther("/sessions/" + id + "/register/sent");
    }
}
