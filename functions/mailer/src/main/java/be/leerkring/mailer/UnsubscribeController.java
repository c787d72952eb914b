package be.leerkring.mailer;

import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where a reader asks for no more mail than is needed, and for all of it again. Nobody has to sign in. */
@Produces(MediaType.ALL)
@Controller("/unsubscribe/{token}")
final class UnsubscribeController {

    private final Table table;
    private final Links links;
    private final Addresses addresses;
    private final Pages pages;

    UnsubscribeController(Table table, Links links, Addresses addresses, Pages pages) {
        this.table = table;
        this.links = links;
        this.addresses = addresses;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> page(String token, Visit visit) {
        return follow(token, visit, hash -> show(token, hash, visit));
    }

    /**
     * The one click of RFC 8058: the reader's mail program sends it, without cookies, and follows no redirection. What
     * it sends along says nothing that the address doesn't.
     */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<String> oneClick(String token, Visit visit) {
        return follow(token, visit, hash -> {
            addresses.unsubscribe(hash);
            return show(token, hash, visit);
        });
    }

    @Post("/stop")
    @Consumes(MediaType.ALL)
    HttpResponse<String> stop(String token, Visit visit) {
        return change(token, visit, addresses::unsubscribe);
    }

    @Post("/again")
    @Consumes(MediaType.ALL)
    HttpResponse<String> again(String token, Visit visit) {
        return change(token, visit, addresses::subscribe);
    }

    private HttpResponse<String> change(String token, Visit visit, Consumer<String> change) {
        return follow(token, visit, hash -> {
            change.accept(hash);
            return pages.seeOther("/unsubscribe/" + token);
        });
    }

    /** Does this with the hash of the address that the link is about; says so where it leads nowhere, or no more. */
    private HttpResponse<String> follow(String token, Visit visit, Function<String, HttpResponse<String>> page) {
        var read = new Token(token);
        var view = pages.view(visit);
        return switch (links.judge(read, Outbox.UNSUBSCRIBE, table.read(List.of(links.key(read))))) {
            case Link.Valid(var subject) -> page.apply(Outbox.unsubscribed(subject));
            case Link.Expired _ -> pages.gone(view, view.text("unsubscribe.gone"), Optional.empty());
            case Link.Unknown() -> pages.unknownLink(view);
        };
    }

    private MutableHttpResponse<String> show(String token, String hash, Visit visit) {
        var view = pages.view(visit);
        return pages.show(
                view,
                view.text("unsubscribe.title"),
                new StaticTemplates().unsubscribe(view, token, addresses.standingOf(hash).unsubscribed()));
    }
}
