package be.leerkring.organiser.organisations;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.organiser.StaticTemplates;
import be.leerkring.platform.text.Folding;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import gg.jte.Content;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.Comparator;

/** Merges an organisation into another: first the choice, then what it means, then the button. */
@Produces(MediaType.ALL)
@Controller("/organiser/organisations/{id}/merge")
final class MergerController {

    /** Of an organisation whose revision the form does not say: it is that of none, so that nothing is merged. */
    private static final long NO_REVISION = -1;

    private final Organisations organisations;
    private final Merging merging;
    private final Pages pages;
    private final DeskPages deskPages;

    MergerController(Organisations organisations, Merging merging, Pages pages, DeskPages deskPages) {
        this.organisations = organisations;
        this.merging = merging;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> look(String id, Visit visit, Organiser organiser, @QueryValue @Nullable String into) {
        var view = pages.view(visit);
        var list = organisations.read();
        return list.find(id)
                .filter(from -> from.id().equals(id))
                .<HttpResponse<String>>map(from -> deskPages.show(
                        view,
                        organiser,
                        view.text("merge.title", from.name()),
                        page(view, list, from, into == null ? "" : into, false)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> merge(
            String id, Visit visit, Organiser organiser, FormText form) {
        var view = pages.view(visit);
        var into = form.line("into");
        var wish = new Merging.Wish(id, into, form.number("fromRevision", NO_REVISION),
                form.number("intoRevision", NO_REVISION));
        return switch (merging.merge(wish, organiser)) {
            case DONE -> pages.seeOther("/organiser/organisations/" + into);
            case UNKNOWN -> deskPages.notFound(view);
            case CONFLICT -> {
                var list = organisations.read();
                yield list.find(id)
                        .<HttpResponse<String>>map(from -> deskPages.conflict(
                                view,
                                organiser,
                                view.text("merge.title", from.name()),
                                page(view, list, from, into, true)))
                        .orElseGet(() -> deskPages.notFound(view));
            }
        };
    }

    private Content page(View view, OrganisationList list, Organisation from, String into, boolean changed) {
        var others = list.all().stream()
                .filter(other -> !other.id().equals(from.id()))
                .sorted(Comparator.comparing(Organisation::name, Folding.alphabet()))
                .toList();
        return new StaticTemplates().organisationsMerge(view, from, others, merging.look(list, from.id(), into),
                changed);
    }
}
