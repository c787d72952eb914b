package be.leerkring.programme.session;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The same session once more, on another day. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/copy")
final class CopyController {

    private final StoredSession.Reader reader;
    private final Drafting drafting;
    private final SessionCheck check;
    private final Languages languages;
    private final NetworkTime time;
    private final Pages pages;
    private final DeskPages deskPages;

    CopyController(
            StoredSession.Reader reader,
            Drafting drafting,
            SessionCheck check,
            Languages languages,
            NetworkTime time,
            Pages pages,
            DeskPages deskPages) {
        this.reader = reader;
        this.drafting = drafting;
        this.check = check;
        this.languages = languages;
        this.time = time;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> form(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return reader.find(id)
                .map(stored -> deskPages.show(
                        view,
                        organiser,
                        view.text("session-copy.title"),
                        new StaticTemplates().sessionCopy(view, stored.session(), "", FormErrors.none())))
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> copy(
            String id, Visit visit, Organiser organiser, FormText form) {
        var typed = form.line("date");
        return reader.find(id)
                .map(stored -> {
                    var error = error(stored, typed);
                    return error.isPresent()
                            ? invalid(stored, visit, organiser, typed, error.get())
                            : made(stored, LocalDate.parse(typed), organiser);
                })
                .orElseGet(() -> deskPages.notFound(pages.view(visit)));
    }

    private Optional<String> error(StoredSession stored, String typed) {
        var date = day(typed);
        if (date.isEmpty()) {
            return Optional.of(typed.isEmpty() ? "session-form.date.missing" : "session-form.date.wrong");
        }
        if (!TimesCheck.isPlausible(date.get())) {
            return Optional.of("session-form.year");
        }
        var copied = Copy.of(stored.values(), date.get());
        if (!Copy.isShown(copied, time)) {
            return Optional.of("session-copy.skipped");
        }
        return check.isPast(copied) ? Optional.of("session-form.date.past") : Optional.empty();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private HttpResponse<String> invalid(
            StoredSession stored, Visit visit, Organiser organiser, String typed, String error) {
        var view = pages.view(visit);
        var errors = new FormErrors.Found().add("date", error).inOrderOf(List.of("date"), view::text);
        return deskPages.invalid(
                view,
                organiser,
                view.text("session-copy.title"),
                new StaticTemplates().sessionCopy(view, stored.session(), typed, errors));
    }

    private HttpResponse<String> made(StoredSession stored, LocalDate date, Organiser organiser) {
        var from = stored.session();
        var texts = languages.texts(languages.preferred());
        var about = texts.text(from.title()) + ", " + time.date(from.start(), texts.language());
        var id = drafting.make(Copy.of(stored.values(), date), "session-copied", about, organiser);
        return pages.seeOther(Session.deskPath(id) + "?done=copied");
    }
}
