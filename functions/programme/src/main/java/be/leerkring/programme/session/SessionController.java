package be.leerkring.programme.session;

import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormText;
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

/** A session's form at the desk: to change it, and to publish it. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}")
final class SessionController {

    private final StoredSession.Reader reader;
    private final EditingSession editor;
    private final SessionPage page;

    SessionController(StoredSession.Reader reader, EditingSession editor, SessionPage page) {
        this.reader = reader;
        this.editor = editor;
        this.page = page;
    }

    @Get
    HttpResponse<String> form(String id, Visit visit, Organiser organiser, @QueryValue @Nullable String done) {
        return reader.find(id)
                .map(stored -> page.show(visit, organiser, stored, done == null ? "" : done))
                .orElseGet(() -> page.notFound(visit));
    }

    /** With the field {@code rows}, it goes on at the programme, which has empty rows again. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> save(
            String id, Visit visit, Organiser organiser, FormText form) {
        var anchor = form.line("rows").isEmpty() ? "" : "#programme";
        return page.answer(
                visit,
                organiser,
                editor.save(id, form, page.words(visit), organiser),
                Session.deskPath(id) + "?done=saved" + anchor);
    }

    @Post("/publish")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.ALL})
    HttpResponse<String> publish(
            String id, Visit visit, Organiser organiser, FormText form) {
        return page.answer(
                visit,
                organiser,
                editor.publish(id, form, page.words(visit), organiser),
                Session.deskPath(id) + "?done=published");
    }
}
