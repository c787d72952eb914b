package be.leerkring.organiser.importing;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.organiser.FileForm;
import be.leerkring.organiser.StaticTemplates;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes organisations over from a spreadsheet: a file or pasted cells, then what it would do, then the button. */
@Produces(MediaType.ALL)
@Controller("/organiser/organisations/import")
final class ImportController {

    private static final List<String> FIELDS = List.of("file", "text");

    private final Importing organisations;
    private final Pages pages;
    private final DeskPages deskPages;

    ImportController(Importing organisations, Pages pages, DeskPages deskPages) {
        this.organisations = organisations;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> form(Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return deskPages.show(
                view,
                organiser,
                view.text("import.title"),
                new StaticTemplates().importingForm(view, "", FormErrors.none()));
    }

    /** Shows what it would do; with the field {@code seen}, does it. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    CompletionStage<HttpResponse<String>> send(HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return FileForm.of(request)
                .thenApply(form -> form.text("seen").isEmpty()
                        ? preview(form, view, organiser)
                        : take(form, view, organiser));
    }

    private HttpResponse<String> preview(FileForm form, View view, Organiser organiser) {
        var file = form.file("file");
        if (file.length == 0) {
            var pasted = FileText.unmarked(form.text("text"));
            return pasted.isBlank()
                    ? invalid(view, organiser, "", "text", "import.nothing")
                    : preview(pasted, view, organiser);
        }
        return FileText.of(file)
                .map(text -> preview(text, view, organiser))
                .orElseGet(() -> invalid(view, organiser, form.text("text"), "file", "import.no-text"));
    }

    private HttpResponse<String> preview(String text, View view, Organiser organiser) {
        var plan = organisations.plan(text);
        return deskPages.show(
                view,
                organiser,
                view.text("import.preview"),
                new StaticTemplates().importingPreview(view, plan, text, false));
    }

    private HttpResponse<String> take(FileForm form, View view, Organiser organiser) {
        var text = form.text("text");
        return switch (organisations.take(text, form.text("seen"), organiser)) {
            case Importing.Outcome.Done(var result) -> pages.seeOther("/organiser/organisations" + result.address());
            case Importing.Outcome.Conflict(var plan) ->
                deskPages.conflict(
                        view,
                        organiser,
                        view.text("import.preview"),
                        new StaticTemplates().importingPreview(view, plan, text, true));
        };
    }

    private HttpResponse<String> invalid(View view, Organiser organiser, String text, String field, String key) {
        var errors = new FormErrors.Found().add(field, key).inOrderOf(FIELDS, view::text);
        return deskPages.invalid(
                view, organiser, view.text("import.title"), new StaticTemplates().importingForm(view, text, errors));
    }
}
