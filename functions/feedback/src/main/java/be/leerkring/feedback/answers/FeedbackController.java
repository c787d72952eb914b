package be.leerkring.feedback.answers;

import be.leerkring.feedback.StaticTemplates;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;

/** The form behind the mailed request; the last answer counts. */
@Produces(MediaType.ALL)
@Controller("/feedback/{token}")
final class FeedbackController {

    private final Answering answering;
    private final Pages pages;

    FeedbackController(Answering answering, Pages pages) {
        this.answering = answering;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> form(String token, Visit visit) {
        return switch (answering.follow(new Token(token))) {
            case Answering.Destination.Found(var session, var key, var answer) -> {
                var view = pages.view(visit);
                yield pages.show(
                        view,
                        view.text(answer.isPresent() ? "feedback.thanks" : "feedback.title"),
                        new StaticTemplates()
                                .answersForm(
                                        view,
                                        session,
                                        token,
                                        answer.map(FeedbackForm::of).orElseGet(FeedbackForm::empty),
                                        FormErrors.none(),
                                        answer.isPresent()));
            }
            case Answering.Destination.Gone() -> gone(visit);
            case Answering.Destination.Unknown() -> pages.notFound(pages.view(visit));
        };
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> answer(String token, Visit visit, FormText text) {
        var form = FeedbackForm.of(text);
        return switch (answering.answer(new Token(token), form)) {
            case Answering.Outcome.Done() -> pages.seeOther("/feedback/" + token);
            case Answering.Outcome.Invalid(var session, var errors) -> invalid(session, token, form, errors, visit);
            case Answering.Outcome.Closed() -> gone(visit);
            case Answering.Outcome.Unknown() -> pages.notFound(pages.view(visit));
        };
    }

    private HttpResponse<String> invalid(
            Session session, String token, FeedbackForm form, FormErrors.Found errors, Visit visit) {
        var view = pages.view(visit);
        var texts = errors.inOrderOf(FeedbackForm.FIELDS, view::text);
        return pages.invalid(
                view,
                view.text("feedback.title"),
                new StaticTemplates().answersForm(view, session, token, form, texts, false));
    }

    private HttpResponse<String> gone(Visit visit) {
        var view = pages.view(visit);
        return pages.gone(view, new StaticTemplates().answersExpired(view));
    }
}
