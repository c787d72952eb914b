package be.leerkring.registration;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;

/** What all pages behind the link to one's own registration do first: follow it, and speak its person's language. */
@Singleton
public final class MyPages {

    private final Destinations destinations;
    private final Pages pages;

    MyPages(Destinations destinations, Pages pages) {
        this.destinations = destinations;
        this.pages = pages;
    }

    /** Shows the page where the link leads to a registration, and what became of it where it does not. */
    public HttpResponse<String> follow(
            String token, Visit visit, BiFunction<Destination.Found, View, HttpResponse<String>> page) {
        return show(destinations.follow(new Token(token), MyLink.PURPOSE), visit, page);
    }

    /** The same where the link was followed before. */
    public HttpResponse<String> show(
            Destination destination, Visit visit, BiFunction<Destination.Found, View, HttpResponse<String>> page) {
        return switch (destination) {
            case Destination.Found there -> page.apply(there, view(there, visit));
            case Destination.Gone _ -> gone(pages.view(visit), "my.expired");
            case Destination.Replaced() -> gone(pages.view(visit), "my.replaced");
            case Destination.Unknown() -> pages.notFound(pages.view(visit));
        };
    }

    /** In the language that the person asked for, unless they chose another on the site. */
    public View view(Destination.Found there, Visit visit) {
        return pages.view(visit.by(there.registration().participant().language()));
    }

    /** What to answer where there is nothing to change. */
    public HttpResponse<String> closed(Destination destination, Visit visit, String key) {
        return switch (destination) {
            case Destination.Found there -> gone(view(there, visit), key);
            case Destination.Gone _ -> gone(pages.view(visit), "my.expired");
            case Destination.Replaced() -> gone(pages.view(visit), "my.replaced");
            case Destination.Unknown() -> pages.notFound(pages.view(visit));
        };
    }

    public HttpResponse<String> gone(View view, String key) {
        return pages.gone(view, new StaticTemplates().gone(view, view.text(key), false));
    }
}
