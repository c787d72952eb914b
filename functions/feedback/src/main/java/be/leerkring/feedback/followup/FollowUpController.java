package be.leerkring.feedback.followup;

import be.leerkring.feedback.FollowUpLink;
import be.leerkring.feedback.StaticTemplates;
import be.leerkring.feedback.followup.FollowingUp.Destination;
import be.leerkring.feedback.followup.FollowingUp.Outcome;
import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import gg.jte.Content;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.Optional;

/** What somebody did with a session: asked three months later, answered in two minutes, changed by the same link. */
@Produces(MediaType.ALL)
@Controller("/follow-up/{token}")
final class FollowUpController {

    private final FollowingUp followingUp;
    private final Pages pages;

    FollowUpController(FollowingUp followingUp, Pages pages) {
        this.followingUp = followingUp;
        this.pages = pages;
    }

    /** The form; of who answered, what they said. With the parameter {@code report}, the form of that number. */
    @Get
    HttpResponse<String> form(String token, HttpRequest<?> request, Visit visit) {
        var number = FormText.asked(request.getParameters()).number("report");
        return switch (followingUp.follow(new Token(token))) {
            case Destination.Found there -> {
                var view = view(there, visit);
                yield there.answer().revision() > 0 && number.isEmpty()
                        ? pages.show(view, view.text("follow-up.thanks"), thanks(view, token, there))
                        : pages.show(
                                view,
                                view.text("follow-up.title"),
                                page(view, token, there, form(there, number.orElse(0L)), FormErrors.none()));
            }
            case Destination.Gone(var session) -> gone(visit, session);
            case Destination.Unknown() -> pages.unknownLink(pages.view(visit));
        };
    }

    private View view(Destination.Found there, Visit visit) {
        return pages.view(visit.by(there.participant().language()));
    }

    /** Of a number that is not there yet, the next one that can be. */
    private static FollowUpForm form(Destination.Found there, long number) {
        var last = there.answer().nextNumber().orElse(FollowUp.MOST - 1);
        return FollowUpForm.of(there.answer(), (int) Math.min(number, last), there.organisations());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> answer(String token, Visit visit, FormText text) {
        var form = FollowUpForm.of(text);
        var link = new Token(token);
        var outcome = text.has("nothing")
                ? followingUp.skip(link)
                : text.has("takeBack") ? followingUp.takeBack(link, form.number()) : followingUp.answer(link, form);
        return switch (outcome) {
            case Outcome.Done() -> pages.seeOther(FollowUpLink.path(token));
            case Outcome.Invalid(var there, var errors) -> {
                var view = view(there, visit);
                yield pages.invalid(
                        view,
                        view.text("follow-up.title"),
                        page(view, token, there, form, errors.inOrderOf(FollowUpForm.FIELDS, view::text)));
            }
            case Outcome.Closed(var session) -> gone(visit, session);
            case Outcome.Unknown() -> pages.unknownLink(pages.view(visit));
        };
    }

    private Content page(View view, String token, Destination.Found there, FollowUpForm form, FormErrors errors) {
        var met = followingUp.met(there);
        return new StaticTemplates().followupForm(view, FollowUpPage.of(there, token, form, errors, met));
    }

    private static Content thanks(View view, String token, Destination.Found there) {
        return new StaticTemplates()
                .followupThanks(view, token, there.session(), there.answer(), there.organisations());
    }

    private HttpResponse<String> gone(Visit visit, Optional<Session> session) {
        var view = pages.view(visit);
        return pages.gone(view, view.text("follow-up.expired"), session
                .map(known -> new Pages.Way(view.text("problem.session"), known.path())));
    }
}
