package be.leerkring.registration.address;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.MyPages;
import be.leerkring.registration.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.Optional;

/** The form that asks to be reached at another address. */
@Produces(MediaType.ALL)
@Controller("/my/{token}/address")
final class AddressController {

    private final MyPages myPages;
    private final ChangingAddress changingAddress;
    private final Pages pages;

    AddressController(MyPages myPages, ChangingAddress changingAddress, Pages pages) {
        this.myPages = myPages;
        this.changingAddress = changingAddress;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> form(String token, Visit visit) {
        return myPages.follow(token, visit, (there, view) -> changingAddress.isChangeable(there)
                ? pages.show(
                        view,
                        view.text("address.title"),
                        new StaticTemplates().addressForm(view, there, token, AddressForm.empty(), FormErrors.none()))
                : myPages.gone(view, "my.closed", Optional.of(there.session())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> ask(String token, Visit visit, FormText text) {
        var form = AddressForm.of(text);
        return switch (changingAddress.ask(new Token(token), form, visit.source())) {
            case ChangingAddress.Outcome.Asked() -> pages.seeOther("/my/" + token + "/address/asked");
            case ChangingAddress.Outcome.TooOften(var there, var until) -> {
                var view = myPages.view(there, visit);
                yield pages.tooOften(
                        view,
                        view.text("address.title"),
                        until,
                        new StaticTemplates().addressForm(view, there, token, form, FormErrors.tooOften(until)));
            }
            case ChangingAddress.Outcome.Invalid(var there, var errors) -> {
                var view = myPages.view(there, visit);
                yield pages.invalid(
                        view,
                        view.text("address.title"),
                        new StaticTemplates()
                                .addressForm(
                                        view,
                                        there,
                                        token,
                                        form,
                                        errors.inOrderOf(AddressForm.FIELDS, view::text)));
            }
            case ChangingAddress.Outcome.Closed(var destination) -> myPages.closed(destination, visit, "my.closed");
        };
    }

    @Get("/asked")
    HttpResponse<String> asked(String token, Visit visit) {
        var look = changingAddress.lookAsked(new Token(token));
        var asked = changingAddress.asked(look, new Token(token));
        return myPages.show(look.destination(), visit, (there, view) -> pages.show(
                view, view.text("address.asked"), new StaticTemplates().addressAsked(view, there, token, asked)));
    }
}
