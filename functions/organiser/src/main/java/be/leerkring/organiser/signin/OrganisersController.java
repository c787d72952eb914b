package be.leerkring.organiser.signin;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Onward;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.WaitingForm;
import be.leerkring.organiser.StaticTemplates;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.List;

/** Who works at the desk. Letting others in, and putting them out, asks for a fresh sign-in. */
@Produces(MediaType.ALL)
@Controller("/organiser/organisers")
final class OrganisersController {

    private static final String HERE = "/organiser/organisers";
    private static final String REMOVE = "/remove";

    private final InvitingOrganisers invitingOrganisers;
    private final Pages pages;
    private final DeskPages deskPages;

    OrganisersController(InvitingOrganisers invitingOrganisers, Pages pages, DeskPages deskPages) {
        this.invitingOrganisers = invitingOrganisers;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> list(Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return deskPages.show(
                view,
                organiser,
                view.text("organisers.title"),
                new StaticTemplates().signinOrganisers(view, invitingOrganisers.sheet(), "", FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> invite(Visit visit, Organiser organiser, FormText form) {
        var typed = form.line("email");
        var address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            return invalid(visit, organiser, typed, "registration.email.wrong");
        }
        if (!organiser.fresh()) {
            return WaitingForm.answer(new Onward(HERE));
        }
        return switch (invitingOrganisers.invite(address.get(), organiser, visit.language())) {
            case SENT -> pages.seeOther(HERE);
            case ALREADY -> invalid(visit, organiser, typed, "organisers.already");
            case TOO_MANY -> invalid(visit, organiser, typed, "organisers.too-many");
        };
    }

    @Post(REMOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> remove(Organiser organiser, FormText form) {
        if (!organiser.fresh()) {
            return WaitingForm.answer(new Onward(HERE + REMOVE));
        }
        invitingOrganisers.remove(form.line("address"), organiser);
        return pages.seeOther(HERE);
    }

    private HttpResponse<String> invalid(Visit visit, Organiser organiser, String typed, String key) {
        var view = pages.view(visit);
        var errors = new FormErrors.Found().add("email", key).inOrderOf(List.of("email"), view::text);
        return deskPages.invalid(
                view,
                organiser,
                view.text("organisers.title"),
                new StaticTemplates().signinOrganisers(view, invitingOrganisers.sheet(), typed, errors));
    }
}
