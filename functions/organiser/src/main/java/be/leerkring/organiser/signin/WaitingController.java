package be.leerkring.organiser.signin;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Onward;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.WaitingForm;
import be.leerkring.organiser.FileForm;
import be.leerkring.organiser.StaticTemplates;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Where a form waits for whoever sent it to sign in. */
@Produces(MediaType.ALL)
@Controller(WaitingForm.ADDRESS)
final class WaitingController {

    private final Pages pages;
    private final DeskPages deskPages;

    WaitingController(Pages pages, DeskPages deskPages) {
        this.pages = pages;
        this.deskPages = deskPages;
    }

    /** Whoever signs in while a form waits in another tab comes here. */
    @Get
    HttpResponse<String> signedIn(Visit visit, @Nullable Organiser organiser) {
        var view = pages.view(visit);
        return organiser == null
                ? pages.seeOther(SignInController.HERE)
                : deskPages.show(
                        view, organiser, view.text("waiting.on.title"), new StaticTemplates().signinWaitingon(view));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> form(
            @QueryValue("for") @Nullable String there, Visit visit, @Nullable Organiser organiser, FormText form) {
        return wait(there, visit, organiser, form.sent(), Set.of());
    }

    /** A page cannot hold files: they are chosen anew. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    CompletionStage<HttpResponse<String>> formWithFiles(
            HttpRequest<?> request,
            @QueryValue("for") @Nullable String there,
            Visit visit,
            @Nullable Organiser organiser) {
        return FileForm.of(request)
                .thenApply(form -> wait(
                        there, visit, organiser, new FormText(form.fields()).sent(), form.fileFields()));
    }

    /** Where it was to go is believed where it is a page of the desk, which looks at who sends it what. */
    private HttpResponse<String> wait(
            @Nullable String there,
            Visit visit,
            @Nullable Organiser organiser,
            Map<String, String> fields,
            Set<String> files) {
        var onward = there == null ? null : Onward.of(there).orElse(null);
        if (onward == null) {
            return pages.seeOther(SignInController.HERE);
        }
        var view = pages.view(visit);
        return pages.answer(
                HttpStatus.FORBIDDEN,
                view,
                view.text("waiting.title"),
                _ -> {},
                new StaticTemplates().signinWaiting(view, organiser, onward.address(), fields, files))
                .cookie(WaitingForm.PAGE.cookie());
    }
}
