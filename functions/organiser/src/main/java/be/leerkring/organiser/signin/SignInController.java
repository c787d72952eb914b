package be.leerkring.organiser.signin;

import be.leerkring.desk.DeskCookie;
import be.leerkring.desk.Onward;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.SignIns;
import be.leerkring.organiser.StaticTemplates;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.List;

/** The way in, and the way out. */
@Produces(MediaType.ALL)
@Controller("/organiser")
final class SignInController {

    static final String HERE = "/organiser/sign-in";

    private static final String HOME = "/organiser";

    private final SigningIn signingIn;
    private final SignIns signIns;
    private final Pages pages;

    SignInController(SigningIn signingIn, SignIns signIns, Pages pages) {
        this.signingIn = signingIn;
        this.signIns = signIns;
        this.pages = pages;
    }

    @Get("/sign-in")
    HttpResponse<String> form(Visit visit) {
        var view = pages.view(visit);
        return pages.show(view, view.text("sign-in.title"),
                new StaticTemplates().signinAddress(view, "", FormErrors.none()));
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> ask(Visit visit, FormText form) {
        var typed = form.line("email");
        var address = EmailAddress.parse(typed);
        return address.map(known -> switch (signingIn.ask(known, visit)) {
            case SigningIn.Outcome.Asked() -> pages.seeOther("/organiser/sign-in/sent");
            case SigningIn.Outcome.TooOften(var until) -> {
                var view = pages.view(visit);
                yield pages.tooOften(view, view.text("sign-in.title"), until,
                        new StaticTemplates().signinAddress(view, typed, FormErrors.tooOften(until)));
            }
        }).orElseGet(() -> {
            var view = pages.view(visit);
            var errors = new FormErrors.Found().add("email", "registration.email.wrong");
            return pages.invalid(
                    view,
                    view.text("sign-in.title"),
                    new StaticTemplates().signinAddress(view, typed, errors.inOrderOf(List.of("email"), view::text)));
        });
    }

    @Get("/sign-in/sent")
    HttpResponse<String> sent(Visit visit) {
        var view = pages.view(visit);
        return pages.show(
                view,
                view.text("sign-in.sent.title"),
                new StaticTemplates().signinSent(
                        view, SigningIn.LINK_LIFETIME.toMinutes(), SigningIn.BETWEEN_MAILS.toMinutes()));
    }

    /** Whoever pressed twice is in by now. */
    @Get("/sign-in/{token}")
    HttpResponse<String> link(String token, Visit visit, @Nullable Organiser organiser) {
        var view = pages.view(visit);
        if (signingIn.works(new Token(token))) {
            return pages.show(
                    view, view.text("sign-in.enter.title"), new StaticTemplates().signinEnter(view, token));
        }
        return organiser == null ? used(view) : pages.seeOther(HOME);
    }

    /** Leads to the page that they were on the way to. */
    @Post("/sign-in/{token}")
    @Consumes(MediaType.ALL)
    HttpResponse<String> enter(HttpRequest<?> request, String token, Visit visit, @Nullable Organiser organiser) {
        return signingIn.use(new Token(token))
                .map(cookie -> onward(request, cookie))
                .orElseGet(() -> organiser == null ? used(pages.view(visit)) : pages.seeOther(HOME));
    }

    private MutableHttpResponse<String> onward(HttpRequest<?> request, Token cookie) {
        return Onward.in(request)
                .map(there -> pages.seeOther(there.address()).cookie(DeskCookie.of(cookie)).cookie(Onward.none()))
                .orElseGet(() -> pages.seeOther(HOME).cookie(DeskCookie.of(cookie)));
    }

    private MutableHttpResponse<String> used(View view) {
        return pages.gone(view, new StaticTemplates().signinUsed(view, SigningIn.LINK_LIFETIME.toMinutes()));
    }

    /** With the field {@code everywhere}, on every other device too. */
    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> leave(
            HttpRequest<?> request, Organiser organiser, FormText form) {
        if (!form.line("everywhere").isEmpty()) {
            signIns.endAll(SigningIn.subject(new EmailAddress(organiser.address())));
        } else {
            DeskCookie.in(request).ifPresent(signIns::end);
        }
        return pages.seeOther("/organiser/sign-in").cookie(DeskCookie.none());
    }
}
