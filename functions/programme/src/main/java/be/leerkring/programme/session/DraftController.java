package be.leerkring.programme.session;

import be.leerkring.desk.Organiser;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.session.OnlineCalendars;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.SessionVoice;
import be.leerkring.programme.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;

/** A session before everybody sees it: as they will see it, or gone again. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}")
final class DraftController {

    private final StoredSession.Reader reader;
    private final Drafting drafting;
    private final Knowledge knowledge;
    private final SessionPage page;
    private final Pages pages;
    private final Clock clock;

    DraftController(StoredSession.Reader reader, Drafting drafting, Knowledge knowledge, SessionPage page, Pages pages,
            Clock clock) {
        this.reader = reader;
        this.drafting = drafting;
        this.knowledge = knowledge;
        this.page = page;
        this.pages = pages;
        this.clock = clock;
    }

    /** The page that everybody will see, under a band that says that they don't yet. */
    @Get("/preview")
    HttpResponse<String> preview(
            String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return reader.find(id)
                .map(stored -> pages.answer(
                        HttpStatus.OK,
                        view,
                        view.text(stored.session().title()),
                        new StaticTemplates().sessionPreview(view, stored),
                        new StaticTemplates()
                                .siteSession(
                                        view,
                                        stored.session(),
                                        stored.seats(),
                                        SessionVoice.NONE,
                                        knowledge.of(id),
                                        new OnlineCalendars(stored.session(), view.texts(), visit.address().site()),
                                        clock.instant())))
                .orElseGet(() -> page.notFound(visit));
    }

    /** The second press finds it gone as well. */
    @Post("/delete")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.ALL})
    HttpResponse<String> delete(
            String id, Visit visit, Organiser organiser, FormText form) {
        var seen = Snapshot.in(form);
        return drafting.delete(id, seen, organiser)
                .map(stored -> page.answer(
                        visit,
                        organiser,
                        EditingSession.conflict(
                                stored,
                                Merge.of(
                                        seen.orElse(stored.values()), seen.orElse(stored.values()), stored.values()),
                                page.words(visit)),
                        ""))
                .orElseGet(() -> pages.seeOther("/organiser/sessions"));
    }
}
