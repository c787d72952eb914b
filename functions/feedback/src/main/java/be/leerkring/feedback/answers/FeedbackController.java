package be.leerkring.feedback.answers;

import be.leerkring.feedback.FeedbackLink;
import be.leerkring.feedback.KeptAnswer;
import be.leerkring.feedback.StaticTemplates;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;

/** The form behind the mailed request, and what becomes of a sentence that was given for the site. */
@Produces(MediaType.ALL)
@Controller("/feedback/{token}")
final class FeedbackController {

    private static final String WITHDRAWN = "withdrawn";

    private final Answering answering;
    private final Languages languages;
    private final Pages pages;

    FeedbackController(Answering answering, Languages languages, Pages pages) {
        this.answering = answering;
        this.languages = languages;
        this.pages = pages;
    }

    /** With the parameter {@code done}, it says what was just done: names the text {@code feedback-done.<done>}. */
    @Get
    HttpResponse<String> form(String token, Visit visit, @QueryValue @Nullable String done) {
        var view = pages.view(by(token, visit));
        return switch (answering.follow(new Token(token))) {
            case AnswerPlace.Open(var given) -> {
                var answer = given.kept().map(KeptAnswer::answer);
                var form = answer.map(FeedbackForm::of).orElseGet(FeedbackForm::empty);
                yield pages.show(
                        view,
                        view.text(answer.isPresent() ? "feedback.thanks" : "feedback.title"),
                        new StaticTemplates()
                                .answersForm(view, token, sheet(given, done), form, FormErrors.none()));
            }
            case AnswerPlace.Over(var given) ->
                pages.show(
                        view,
                        view.text("feedback.over"),
                        new StaticTemplates().answersOver(view, token, sheet(given, done)));
            case AnswerPlace.Gone(var session) -> WITHDRAWN.equals(done) ? withdrawn(view) : gone(view, session);
            case AnswerPlace.Unknown() -> WITHDRAWN.equals(done) ? withdrawn(view) : pages.unknownLink(view);
        };
    }

    /** The visit in the language in which the reader registered; a claim is enough to answer in it. */
    private Visit by(String token, Visit visit) {
        return FeedbackLink.claimedBy(new Token(token))
                .flatMap(link -> languages.withCode(link.language().code()))
                .map(visit::by)
                .orElse(visit);
    }

    /** Nothing is left where the sentence stood, and the page that was just left may know nothing else. */
    private HttpResponse<String> withdrawn(View view) {
        return pages.show(view, view.text("feedback.over"), new StaticTemplates().answersWithdrawn(view));
    }

    private static FeedbackSheet sheet(AnswerPlace.Given given, @Nullable String done) {
        return FeedbackSheet.of(given, done == null ? "" : done);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> answer(String token, Visit visit, FormText text) {
        var view = pages.view(by(token, visit));
        var form = FeedbackForm.of(text);
        return switch (answering.answer(new Token(token), form, view.language())) {
            case Answering.Outcome.Done() -> pages.seeOther("/feedback/" + token);
            case Answering.Outcome.Empty() -> pages.seeOther("/feedback/" + token + "?done=empty");
            case Answering.Outcome.Invalid(var session, var errors) ->
                pages.invalid(
                        view,
                        view.text("feedback.title"),
                        new StaticTemplates().answersForm(
                                view,
                                token,
                                FeedbackSheet.of(session),
                                form,
                                errors.inOrderOf(FeedbackForm.FIELDS, view::text)));
            case Answering.Outcome.Closed(var session) -> gone(view, session);
            case Answering.Outcome.Unknown() -> pages.unknownLink(view);
        };
    }

    @Post("/withdraw")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.ALL})
    HttpResponse<String> withdraw(String token, Visit visit) {
        return switch (answering.withdraw(new Token(token))) {
            case Answering.Withdrawal.Done() -> pages.seeOther("/feedback/" + token + "?done=" + WITHDRAWN);
            case Answering.Withdrawal.Unknown() -> pages.unknownLink(pages.view(by(token, visit)));
        };
    }

    private HttpResponse<String> gone(View view, Optional<Session> session) {
        return pages.gone(view, view.text("feedback.expired"), session
                .map(known -> new Pages.Way(view.text("problem.session"), known.path())));
    }
}
