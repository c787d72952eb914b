package be.leerkring.feedback.results;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.feedback.StaticTemplates;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Replies;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.List;
import java.util.Optional;

/** What organisers reply to what people said of a session: "you said, we do". */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/answers/reply")
final class ReplyController {

    private final Table table;
    private final Sessions sessions;
    private final Replies replies;
    private final EditingReply editing;
    private final Pages pages;
    private final DeskPages deskPages;

    ReplyController(
            Table table,
            Sessions sessions,
            Replies replies,
            EditingReply editing,
            Pages pages,
            DeskPages deskPages) {
        this.table = table;
        this.sessions = sessions;
        this.replies = replies;
        this.editing = editing;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> form(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var found = table.read(List.of(sessions.key(id), replies.key(id)));
        return sessions.in(found, id)
                .map(session -> new ReplySheet(
                        session, ReplyForm.of(replies.in(found, id)), FormErrors.none(), Optional.empty()))
                .map(sheet -> deskPages.show(view, organiser, view.text("reply.title"), page(view, sheet)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> save(String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        return sessions.find(id)
                .map(session -> save(session, ReplyForm.of(text, view.languages()), view, organiser))
                .orElseGet(() -> deskPages.notFound(view));
    }

    private HttpResponse<String> save(Session session, ReplyForm form, View view, Organiser organiser) {
        var fields = view.languages().stream().map(ReplyForm::field).toList();
        return deskPages.answer(
                editing.save(session.id(), form, organiser),
                view,
                organiser,
                view.text("reply.title"),
                session.deskPath() + "/answers#reply",
                errors -> page(
                        view,
                        new ReplySheet(session, form, errors.inOrderOf(fields, view::text), Optional.empty())),
                conflict -> page(
                        view,
                        new ReplySheet(
                                session,
                                form.after(conflict),
                                FormErrors.none(),
                                Optional.of(conflict.differences()))));
    }

    private static Content page(View view, ReplySheet sheet) {
        return new StaticTemplates().resultsReply(view, sheet);
    }
}
