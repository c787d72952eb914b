package be.leerkring.registration.signup;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.EmailAddress;
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
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** The form to register with, and the page after it. */
@Produces(MediaType.ALL)
@Controller("/sessions/{id}/register")
final class RegisterController {

    /** Tells the page after the form which address to name; the address itself stands in no URL and in no log. */
    private static final String SENT_TO = "sent-to";

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
        var view = pages.view(visit);
        var form = RegistrationForm.of(text);
        return switch (signingUp.submit(id, form, visit.source())) {
            case SigningUp.Outcome.Mailed(var session) -> {
                var sent = session.path() + "/register/sent";
                var address = form.address().map(EmailAddress::shown).orElse("");
                yield pages.seeOther(sent).cookie(sentTo(address, sent, visit.secure()));
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
    HttpResponse<String> sent(String id, Visit visit, @CookieValue(SENT_TO) @Nullable String sentTo) {
        var view = pages.view(visit);
        return Sessions.isId(id)
                ? pages.show(
                        view, view.text("sent.title"),
                        new StaticTemplates().signupSent(view, id, sentTo == null ? "" : read(sentTo)))
                : pages.notFound(view);
    }

    private static Cookie sentTo(String address, String path, boolean secure) {
        return Cookie.of(SENT_TO, Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(UTF_8)))
                .path(path)
                .maxAge(Duration.ofMinutes(30))
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Lax);
    }

    private static String read(String sentTo) {
        try {
            return new String(Base64.getUrlDecoder().decode(sentTo), UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }
}
