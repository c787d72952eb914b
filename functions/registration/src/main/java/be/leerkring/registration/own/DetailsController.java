package be.leerkring.registration.own;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.Destination;
import be.leerkring.registration.MyPages;
import be.leerkring.registration.StaticTemplates;
import be.leerkring.registration.form.FormPage;
import be.leerkring.registration.need.Needs;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.util.List;

/** The form that changes name, role and organisation. */
@Produces(MediaType.ALL)
@Controller("/my/{token}/details")
final class DetailsController {

    private final MyPages myPages;
    private final ChangingDetails changingDetails;
    private final Pages pages;
    private final Clock clock;

    DetailsController(MyPages myPages, ChangingDetails changingDetails, Pages pages, Clock clock) {
        this.myPages = myPages;
        this.changingDetails = changingDetails;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> form(String token, Visit visit) {
        var sheet = changingDetails.sheet(new Token(token));
        if (!(sheet.destination() instanceof Destination.Found there) || !changingDetails.isChangeable(there)) {
            return myPages.closed(sheet.destination(), visit, "my.closed");
        }
        var view = myPages.view(there, visit);
        var form = DetailsForm.of(there.registration().participant(), sheet.organisations(), sheet.needs());
        return pages.show(
                view,
                view.text("details.title"),
                page(view, there, token, sheet.organisations(), form, sheet.needs(), FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> change(String token, Visit visit, FormText text) {
        var form = DetailsForm.of(text);
        return switch (changingDetails.change(new Token(token), form)) {
            case ChangingDetails.Outcome.Done() -> pages.seeOther("/my/" + token);
            case ChangingDetails.Outcome.Invalid(var there, var organisations, var needs, var errors) -> {
                var view = myPages.view(there, visit);
                yield pages.invalid(
                        view,
                        view.text("details.title"),
                        page(
                                view,
                                there,
                                token,
                                organisations,
                                form,
                                needs,
                                errors.inOrderOf(form.fields(), view::text)));
            }
            case ChangingDetails.Outcome.Closed(var destination) -> myPages.closed(destination, visit, "my.closed");
        };
    }

    private Content page(
            View view,
            Destination.Found there,
            String token,
            List<Organisation> organisations,
            DetailsForm form,
            Needs needs,
            FormErrors errors) {
        var offer = new FormPage(there.session(), there.seats(), organisations);
        return new StaticTemplates().ownDetails(view, offer, there.registration(), token, form, needs, errors,
                clock.instant());
    }
}
