package be.leerkring.registration.closing;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.Optional;
import java.util.regex.Pattern;

/** Closes a session: who will count as what is shown first, and then there is the button; afterwards, the figures. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/close")
final class ClosingController {

    /** Of a session; whatever else was sent names none, and need not be asked for. */
    private static final Pattern NAME = Pattern.compile("[\\w-]{1,80}");

    private final ClosingSheet.Reader sheets;
    private final ClosingSession closingSession;
    private final Pages pages;
    private final DeskPages deskPages;

    ClosingController(
            ClosingSheet.Reader sheets, ClosingSession closingSession, Pages pages, DeskPages deskPages) {
        this.sheets = sheets;
        this.closingSession = closingSession;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> look(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return sheet(id)
                .map(sheet -> deskPages.show(view, organiser, title(view, sheet), page(view, sheet, false)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    /** The field {@code seen} says who counted as absent on the page with the button. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> close(String id, Visit visit, Organiser organiser, FormText form) {
        var view = pages.view(visit);
        var found = sheet(id);
        if (found.isEmpty()) {
            return deskPages.notFound(view);
        }
        var sheet = found.get();
        if (sheet.figures().isPresent()) {
            return pages.seeOther(view.path());
        }
        if (!sheet.canBeClosed()) {
            return deskPages.gone(view, organiser, title(view, sheet), page(view, sheet, false));
        }
        if (sheet.closing().begun().isEmpty() && !form.line("seen").equals(sheet.seen())) {
            return deskPages.conflict(view, organiser, title(view, sheet), page(view, sheet, true));
        }
        closingSession.close(sheet.session(), organiser);
        return pages.seeOther(view.path());
    }

    private Optional<ClosingSheet> sheet(String id) {
        return NAME.matcher(id).matches() ? sheets.of(id) : Optional.empty();
    }

    private static String title(View view, ClosingSheet sheet) {
        return view.text(sheet.figures().isPresent() ? "closing.closed.title" : "closing.title");
    }

    private static Content page(View view, ClosingSheet sheet, boolean changed) {
        return sheet.figures().isPresent()
                ? new StaticTemplates().closingFigures(view, sheet, sheet.figures().get())
                : new StaticTemplates().closingClose(view, sheet, changed);
    }
}
