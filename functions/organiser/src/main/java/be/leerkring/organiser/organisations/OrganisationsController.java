package be.leerkring.organiser.organisations;

import be.leerkring.desk.Change;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Edit;
import be.leerkring.desk.Organiser;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.organiser.ImportResult;
import be.leerkring.organiser.OrganisationForm;
import be.leerkring.organiser.StaticTemplates;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import gg.jte.Content;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.List;
import java.util.Optional;

/** The network's organisations, as organisers keep them. */
@Produces(MediaType.ALL)
@Controller("/organiser/organisations")
final class OrganisationsController {

    private static final String HERE = "/organiser/organisations";
    private static final Optional<List<Change>> NOTHING = Optional.empty();

    private final Organisations organisations;
    private final EditingOrganisations desk;
    private final Pages pages;
    private final DeskPages deskPages;

    OrganisationsController(
            Organisations organisations, EditingOrganisations desk, Pages pages, DeskPages deskPages) {
        this.organisations = organisations;
        this.desk = desk;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var asked = FormText.asked(request.getParameters());
        var found = OrganisationSearch.of(asked).in(organisations.read());
        return deskPages.show(
                view,
                organiser,
                view.text("organisations.title"),
                new StaticTemplates().organisationsList(view, found, ImportResult.of(asked)));
    }

    @Get("/new")
    HttpResponse<String> start(Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return deskPages.show(
                view,
                organiser,
                view.text("organisation.new"),
                page(view, OrganisationSheet.ofNew(OrganisationForm.EMPTY, FormErrors.none())));
    }

    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = OrganisationForm.of(text);
        return answer(
                desk.add(form, organiser),
                view,
                organiser,
                view.text("organisation.new"),
                OrganisationSheet.ofNew(form, FormErrors.none()));
    }

    @Get("/{id}")
    HttpResponse<String> edit(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var found = organisations.read().find(id);
        if (found.filter(known -> !known.id().equals(id)).isPresent()) {
            return pages.seeOther(HERE + "/" + found.get().id());
        }
        return found.map(known -> deskPages.show(
                view,
                organiser,
                known.name(),
                page(
                        view,
                        new OrganisationSheet(
                                known.id(), OrganisationForm.of(known), known.formerNames(), FormErrors.none(),
                                NOTHING))))
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> change(
            String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = OrganisationForm.of(text);
        return answer(
                desk.change(id, form, organiser),
                view,
                organiser,
                view.text("organisation.change"),
                new OrganisationSheet(id, form, List.of(), FormErrors.none(), NOTHING));
    }

    @Post("/{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> remove(
            String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = OrganisationForm.of(text);
        return answer(
                desk.remove(id, form.revision(), organiser),
                view,
                organiser,
                view.text("organisation.change"),
                new OrganisationSheet(id, form, List.of(), FormErrors.none(), NOTHING));
    }

    private HttpResponse<String> answer(
            Edit<Organisation> edit, View view, Organiser organiser, String title, OrganisationSheet sheet) {
        return deskPages.answer(
                edit,
                view,
                organiser,
                title,
                HERE,
                errors -> page(view, sheet.with(errors.inOrderOf(OrganisationForm.FIELDS, view::text))),
                conflict -> page(view, sheet.after(conflict)));
    }

    private static Content page(View view, OrganisationSheet sheet) {
        return new StaticTemplates().organisationsOrganisation(view, sheet);
    }
}
