package be.leerkring.registration.signup;

import be.leerkring.network.seats.Outlook;
import be.leerkring.network.session.Sessions;
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
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Clock;
import java.util.Arrays;

/** The form to register with, and the page after it. */
@Produces(MediaType.ALL)
@Controller("/sessions/{id}/register")
final class RegisterController {

    /** Tells the page after the form what whoever sent it would get, as a code. */
    private static final String OUTLOOK = "outlook";

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
                                title(view, offer),
                                new StaticTemplates()
                                        .signupRegister(
                                                view,
                                                offer,
                                                RegistrationForm.empty(view.language().code()),
                                                FormErrors.none(),
                                                clock.instant()))
                        : closed(view, offer))
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
            case SigningUp.Outcome.Mailed(var session, var outlook) -> {
                var page = session.path() + "/register/sent";
                yield pages.seeOther(page)
                        .cookie(sent.cookie(page, visit.secure()))
                        .cookie(outlook(outlook, page, visit.secure()));
            }
            case SigningUp.Outcome.TooOften(var offer, var until) ->
                pages.tooOften(
                        view,
                        title(view, offer),
                        until,
                        new StaticTemplates().signupRegister(
                                view, offer, form, FormErrors.tooOften(until), clock.instant()));
            case SigningUp.Outcome.Invalid(var offer, var errors) ->
                pages.invalid(
                        view,
                        title(view, offer),
                        new StaticTemplates()
                                .signupRegister(
                                        view,
                                        offer,
                                        form,
                                        errors.inOrderOf(form.fields(), view::text),
                                        clock.instant()));
            case SigningUp.Outcome.Closed(var offer) ->
                closed(view, offer);
            case SigningUp.Outcome.Unknown() -> pages.notFound(view);
        };
    }

    @Get("/sent")
    HttpResponse<String> sent(
            String id,
            Visit visit,
            @CookieValue(OUTLOOK) @Nullable String outlook,
            @CookieValue(SentForm.COOKIE) @Nullable String cookie) {
        var view = pages.view(visit);
        return signingUp.after(id)
                .map(offer -> pages.show(
                        view,
                        view.text("sent.title") + ": " + view.text(offer.session().title()),
                        new StaticTemplates().signupSent(
                                view, offer.session(), outlook(outlook, offer), SentForm.read(cookie),
                                clock.instant())))
                .orElseGet(() -> pages.notFound(view));
    }

    /** Whether there are seats, everybody knows by now; why this person waits all the same, the form led to. */
    private static Outlook outlook(@Nullable String code, FormPage offer) {
        var said = Arrays.stream(Outlook.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(Outlook.SEAT);
        return switch (said) {
            case SEAT, FULL -> offer.free().isFull() ? Outlook.FULL : Outlook.SEAT;
            case LIMIT, KEPT, APPROVAL -> said;
        };
    }

    private HttpResponse<String> closed(View view, FormPage offer) {
        var now = clock.instant();
        var title = offer.standing(now).words("session.phase", view, offer.session(), offer.free());
        return pages.gone(
                view,
                title + ": " + view.text(offer.session().title()),
                new StaticTemplates().signupClosed(view, offer, now));
    }

    /** Every tab says which session it is about. */
    private String title(View view, FormPage offer) {
        return offer.heading(view, clock.instant()) + ": " + view.text(offer.session().title());
    }

    private static Cookie outlook(Outlook outlook, String page, boolean secure) {
        return Cookie.of(OUTLOOK, outlook.code())
                .path(page)
                .maxAge(SentForm.KEPT)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Lax);
    }

    /** The same form at the address that is typed here; at the same one, whoever sent it asks for the mail again. */
    @Post("/sent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> correct(
            String id, Visit visit, FormText typed, @CookieValue(SentForm.COOKIE) @Nullable String cookie) {
        var before = SentForm.read(cookie).filter(SentForm::isWhole);
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
