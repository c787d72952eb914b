package be.leerkring.programme.knowledge;

import be.leerkring.desk.Change;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Edit;
import be.leerkring.desk.Organiser;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.Programme;
import be.leerkring.programme.StaticTemplates;
import gg.jte.Content;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The knowledge base, as organisers keep it. */
@Produces(MediaType.ALL)
@Controller("/organiser/knowledge")
final class KnowledgeDeskController {

    private static final String HERE = "/organiser/knowledge";
    private static final Optional<List<Change>> NOTHING = Optional.empty();

    private final KnowledgeFound.Reader reader;
    private final Knowledge knowledge;
    private final EditingKnowledge desk;
    private final Programme.Reader programme;
    private final Pages pages;
    private final DeskPages deskPages;

    KnowledgeDeskController(
            KnowledgeFound.Reader reader,
            Knowledge knowledge,
            EditingKnowledge desk,
            Programme.Reader programme,
            Pages pages,
            DeskPages deskPages) {
        this.reader = reader;
        this.knowledge = knowledge;
        this.desk = desk;
        this.programme = programme;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var found = reader.read(KnowledgeSearch.of(FormText.asked(request.getParameters())));
        return deskPages.show(
                view, organiser, view.text("knowledge.title"), new StaticTemplates().knowledgeDesk(view, found));
    }

    @Get("/new")
    HttpResponse<String> start(Visit visit, Organiser organiser, @QueryValue @Nullable String session) {
        var view = pages.view(visit);
        var form = KnowledgeForm.empty(UUID.randomUUID().toString(), session == null ? "" : session);
        return deskPages.show(
                view, organiser, view.text("knowledge.entry.new"), page(view, form, true, FormErrors.none(), NOTHING));
    }

    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var id = text.line("id");
        if (!KnowledgeEntry.isId(id)) {
            return pages.seeOther(HERE + "/new");
        }
        var form = KnowledgeForm.of(id, text, view.languages());
        return answer(desk.add(form, organiser), view, organiser, form, true);
    }

    @Get("/{id}")
    HttpResponse<String> edit(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return knowledge.find(id)
                .map(entry -> deskPages.show(
                        view,
                        organiser,
                        view.text("knowledge.entry.change"),
                        page(view, KnowledgeForm.of(entry, view), false, FormErrors.none(), NOTHING)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> change(
            String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = KnowledgeForm.of(id, text, view.languages());
        return answer(desk.change(form, organiser), view, organiser, form, false);
    }

    @Post("/{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> remove(
            String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = KnowledgeForm.of(id, text, view.languages());
        return answer(desk.remove(id, form.revision(), organiser), view, organiser, form, false);
    }

    private HttpResponse<String> answer(
            Edit<KnowledgeEntry> edit, View view, Organiser organiser, KnowledgeForm form, boolean isNew) {
        return deskPages.answer(
                edit,
                view,
                organiser,
                view.text(isNew ? "knowledge.entry.new" : "knowledge.entry.change"),
                HERE,
                errors -> page(
                        view, form, isNew, KnowledgeForm.errors(errors, view.languages(), view::text), NOTHING),
                conflict -> page(
                        view,
                        form.after(conflict, view),
                        false,
                        FormErrors.none(),
                        Optional.of(conflict.differences())));
    }

    private Content page(
            View view,
            KnowledgeForm form,
            boolean isNew,
            FormErrors errors,
            Optional<List<Change>> conflict) {
        var sessions = programme.read().sessions().reversed();
        return new StaticTemplates()
                .knowledgeForm(view, new KnowledgeSheet(form, isNew, sessions, errors, conflict));
    }
}
