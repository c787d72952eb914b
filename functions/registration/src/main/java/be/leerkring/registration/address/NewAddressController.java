package be.leerkring.registration.address;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.Destination;
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

/** The link in the mail to a new address: looking at it changes nothing, its button may be pressed twice. */
@Produces(MediaType.ALL)
@Controller("/address/{token}")
final class NewAddressController {

    private final MyPages myPages;
    private final ChangingAddress changingAddress;
    private final Pages pages;

    NewAddressController(MyPages myPages, ChangingAddress changingAddress, Pages pages) {
        this.myPages = myPages;
        this.changingAddress = changingAddress;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> look(String token, Visit visit) {
        return page(changingAddress.look(new Token(token)), token, visit);
    }

    /** Where it can't be done, the page says so at once; where it is done, the link's own page does. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<String> confirm(String token, Visit visit) {
        var confirmed = changingAddress.confirm(new Token(token));
        return confirmed instanceof ChangingAddress.Confirmation.Done
                ? pages.seeOther("/address/" + token)
                : page(confirmed, token, visit);
    }

    private HttpResponse<String> page(ChangingAddress.Confirmation confirmation, String token, Visit visit) {
        return switch (confirmation) {
            case ChangingAddress.Confirmation.Open(var there, var change) -> {
                var view = myPages.view(there, visit);
                yield pages.show(
                        view,
                        view.text("address.confirm"),
                        new StaticTemplates().addressConfirm(view, there, token, change.address().text()));
            }
            case ChangingAddress.Confirmation.Done(var there, var change) -> {
                var view = myPages.view(there, visit);
                yield pages.show(
                        view,
                        view.text("address.done"),
                        new StaticTemplates().addressDone(view, there, change.address().text()));
            }
            case ChangingAddress.Confirmation.Outdated(var there) ->
                myPages.gone(myPages.view(there, visit), "address.outdated", Optional.of(there.session()));
            case ChangingAddress.Confirmation.Taken(var there) ->
                myPages.gone(myPages.view(there, visit), "address.taken", Optional.of(there.session()));
            case ChangingAddress.Confirmation.Closed(Destination.Gone(var session, _)) ->
                myPages.gone(pages.view(visit), "address.expired", session);
            case ChangingAddress.Confirmation.Closed(var destination) ->
                myPages.closed(destination, visit, "my.closed");
        };
    }
}
