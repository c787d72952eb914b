package be.leerkring.speeddating.contacts;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.speeddating.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.Optional;

/** Whom one met, and whom of them one would like to stay in touch with: behind the link to one's own registration. */
@Produces(MediaType.ALL)
@Controller("/my/{token}/contacts")
final class ContactsController {

    private final Contacts contacts;
    private final Pages pages;

    ContactsController(Contacts contacts, Pages pages) {
        this.contacts = contacts;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> look(String token, Visit visit) {
        return switch (contacts.follow(new Token(token))) {
            case Contacts.Destination.Found there -> show(there, token, visit);
            case Contacts.Destination.Gone(var session) -> gone(visit, session);
            case Contacts.Destination.Unknown _ -> pages.unknownLink(pages.view(visit));
        };
    }

    private HttpResponse<String> show(Contacts.Destination.Found there, String token, Visit visit) {
        var view = pages.view(visit.by(there.self().language()));
        return pages.show(view, view.text("contacts.title"),
                new StaticTemplates().contactsContacts(view, there, token));
    }

    /** A box that is not ticked is not sent: what is there is all that is wished. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> wish(String token, Visit visit, FormText form) {
        return switch (contacts.wish(new Token(token), form.after(""))) {
            case Contacts.Destination.Found _ -> pages.seeOther("/my/" + token + "/contacts");
            case Contacts.Destination.Gone(var session) -> gone(visit, session);
            case Contacts.Destination.Unknown _ -> pages.unknownLink(pages.view(visit));
        };
    }

    private HttpResponse<String> gone(Visit visit, Optional<Session> session) {
        var view = pages.view(visit);
        return pages.gone(view, view.text("my.expired"), session
                .map(known -> new Pages.Way(view.text("problem.session"), known.path())));
    }
}
