package be.leerkring.registration.signup;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.network.seats.Outlook;
import be.leerkring.platform.mail.EmailAddress;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/** The form to register with, and the page after it. */
@Produces(MediaType.ALL)
@Controller("/sessions/{id}/register")
final class RegisterController {

    /** Tells the page after the form which address to name; the address itself stands in no URL and in no log. */
    private static final String SENT_TO = "sent-to";

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
        var view = pages.view(visit);
        var form = RegistrationForm.of(text);
        return switch (signingUp.submit(id, form, visit.source())) {
            case SigningUp.Outcome.Mailed(var session, var outlook) -> {
                var sent = session.path() + "/register/sent";
                var address = form.address().map(EmailAddress::shown).orElse("");
                yield pages.seeOther(sent)
                        .cookie(cookie(SENT_TO, encoded(address), sent, visit.secure()))
                        .cookie(cookie(OUTLOOK, outlook.code(), sent, visit.secure()));
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
            @CookieValue(SENT_TO) @Nullable String sentTo) {
        var view = pages.view(visit);
        return signingUp.after(id)
                .map(offer -> pages.show(
                        view,
                        view.text("sent.title") + ": " + view.text(offer.session().title()),
                        new StaticTemplates().signupSent(
                                view, sentTo == null ? "" : read(sentTo), offer.session(), outlook(outlook, offer))))
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

    private static String encoded(String address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(UTF_8));
    }

    private static Cookie cookie(String name, String value, String path, boolean secure) {
        return Cookie.of(name, value)
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
