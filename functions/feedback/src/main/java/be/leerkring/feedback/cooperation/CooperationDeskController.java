package be.leerkring.feedback.cooperation;

import be.leerkring.desk.Change;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Edit;
import be.leerkring.desk.Organiser;
import be.leerkring.feedback.StaticTemplates;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.session.Sessions;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One cooperation, as organisers make it of what was proposed or by hand, change it and publish it. */
@Produces(MediaType.ALL)
@Controller("/organiser/cooperations")
final class CooperationDeskController {

    private static final Optional<List<Change>> NOTHING = Optional.empty();

    /** A cooperation can have begun at a session that is no longer ago than this. */
    private static final Duration BACK = Duration.ofDays(730);

    private final CooperationsSheet.Reader reader;
    private final Cooperations cooperations;
    private final EditingCooperations desk;
    private final CooperationCheck check;
    private final Sessions sessions;
    private final Pages pages;
    private final DeskPages deskPages;
    private final Clock clock;

    CooperationDeskController(
            CooperationsSheet.Reader reader,
            Cooperations cooperations,
            EditingCooperations desk,
            CooperationCheck check,
            Sessions sessions,
            Pages pages,
            DeskPages deskPages,
            Clock clock) {
        this.reader = reader;
        this.cooperations = cooperations;
        this.desk = desk;
        this.check = check;
        this.sessions = sessions;
        this.pages = pages;
        this.deskPages = deskPages;
        this.clock = clock;
    }

    @Get("/new")
    HttpResponse<String> start(Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var form = CooperationForm.empty(UUID.randomUUID().toString(), check.today());
        return show(view, organiser, form, cooperations.look(form.id()), Optional.empty());
    }

    /** The form of what participants reported of one pair, filled in. */
    @Get("/proposals/{proposal}")
    HttpResponse<String> confirm(String proposal, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return reader.proposal(proposal)
                .map(found -> show(
                        view,
                        organiser,
                        CooperationForm.of(found, UUID.randomUUID().toString(), check.today(), view),
                        new Cooperations.Look(found.existing(), found.organisations()),
                        Optional.of(found)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var id = text.line("id");
        if (!KnowledgeEntry.isId(id)) {
            return pages.seeOther(CooperationSheet.HERE + "/new");
        }
        var form = CooperationForm.of(id, text, view.languages());
        return answer(desk.save(form, true, organiser), view, organiser, form);
    }

    @Get("/{id}")
    HttpResponse<String> edit(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var look = cooperations.look(id);
        return look.cooperation()
                .map(cooperation -> show(
                        view, organiser, CooperationForm.of(cooperation, view), look, Optional.empty()))
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> change(String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = CooperationForm.of(id, text, view.languages());
        return answer(desk.save(form, false, organiser), view, organiser, form);
    }

    @Post("/{id}/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> publish(String id, Visit visit, Organiser organiser, FormText text) {
        return publish(id, visit, organiser, text, true);
    }

    @Post("/{id}/unpublish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> unpublish(String id, Visit visit, Organiser organiser, FormText text) {
        return publish(id, visit, organiser, text, false);
    }

    private HttpResponse<String> publish(
            String id, Visit visit, Organiser organiser, FormText text, boolean so) {
        var view = pages.view(visit);
        var edit = desk.publish(id, text.number("revision", 0), so, organiser);
        return answer(edit, view, organiser, standing(id, view));
    }

    @Post("/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> delete(String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var edit = desk.delete(id, text.number("revision", 0), organiser);
        return edit instanceof Edit.Done<Cooperation>
                ? pages.seeOther(CooperationSheet.HERE)
                : answer(edit, view, organiser, standing(id, view));
    }

    private CooperationForm standing(String id, View view) {
        return cooperations.look(id)
                .cooperation()
                .map(cooperation -> CooperationForm.of(cooperation, view))
                .orElseGet(() -> CooperationForm.empty(id, check.today()));
    }

    private HttpResponse<String> answer(
            Edit<Cooperation> edit, View view, Organiser organiser, CooperationForm form) {
        return deskPages.answer(
                edit,
                view,
                organiser,
                view.text("cooperations.title"),
                CooperationSheet.HERE + "/" + form.id(),
                errors -> page(
                        view, form, cooperations.look(form.id()), reader.settledBy(form),
                        errors.inOrderOf(check.fields(), view::text),
                        NOTHING),
                conflict -> page(
                        view,
                        form.after(conflict, view),
                        cooperations.look(form.id()),
                        reader.settledBy(form),
                        FormErrors.none(),
                        Optional.of(conflict.differences())));
    }

    private HttpResponse<String> show(
            View view, Organiser organiser, CooperationForm form, Cooperations.Look look,
            Optional<Proposal> proposal) {
        return deskPages.show(
                view,
                organiser,
                view.text("cooperations.title"),
                page(view, form, look, proposal, FormErrors.none(), NOTHING));
    }

    private Content page(
            View view, CooperationForm form, Cooperations.Look look, Optional<Proposal> proposal,
            FormErrors errors, Optional<List<Change>> conflict) {
        var now = clock.instant();
        var offered = sessions.startedBetween(now.minus(BACK), now).toList().reversed();
        return new StaticTemplates().cooperationForm(view, new CooperationSheet(
                form, look.cooperation(), proposal, look.organisations(), offered, errors, conflict));
    }
}
