package be.leerkring.programme.session;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.StaticTemplates;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** All sessions at the desk, drafts too, and the way to one more. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions")
final class SessionsController {

    private final SessionList.Reader list;
    private final Drafting drafting;
    private final SessionCheck check;
    private final SessionPage page;
    private final Languages languages;
    private final Pages pages;
    private final DeskPages deskPages;
    private final Clock clock;

    SessionsController(
            SessionList.Reader list,
            Drafting drafting,
            SessionCheck check,
            SessionPage page,
            Languages languages,
            Pages pages,
            DeskPages deskPages,
            Clock clock) {
        this.list = list;
        this.drafting = drafting;
        this.check = check;
        this.page = page;
        this.languages = languages;
        this.pages = pages;
        this.deskPages = deskPages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> list(Visit visit, Organiser organiser, @QueryValue @Nullable String after) {
        var view = pages.view(visit);
        var from = Optional.ofNullable(after);
        return deskPages.show(
                view,
                organiser,
                view.text("desk.sessions"),
                new StaticTemplates().sessionList(view, list.read(from), from.isPresent(), clock.instant()));
    }

    @Get("/new")
    HttpResponse<String> blank(Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var values = SessionValues.of(Map.of("audience", Session.Audience.OPEN.name()));
        return deskPages.show(
                view,
                organiser,
                view.text("session-new.title"),
                new StaticTemplates()
                        .sessionNew(
                                view,
                                SessionForm.of(values, SessionValues.NONE, page.words(visit)),
                                FormErrors.none()));
    }

    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> make(Visit visit, Organiser organiser, FormText text) {
        var words = page.words(visit);
        var form = SessionForm.of(text, SessionValues.NONE, words);
        var errors = check.check(form);
        if (errors.isEmpty() && check.isPast(form.values(words))) {
            errors.add("date", "session-form.date.past");
        }
        if (!errors.isEmpty()) {
            var view = pages.view(visit);
            return deskPages.invalid(
                    view,
                    organiser,
                    view.text("session-new.title"),
                    new StaticTemplates()
                            .sessionNew(
                                    view, form, errors.inOrderOf(form.fields(languages.all()), view::text)));
        }
        var id = drafting.make(form.values(words), "session-made", "", organiser);
        return pages.seeOther(Session.deskPath(id) + "?done=made");
    }
}
