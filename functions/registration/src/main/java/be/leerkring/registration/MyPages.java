package be.leerkring.registration;

import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What all pages behind the link to one's own registration do first: follow it, and speak its person's language. A link
 * that does no more leads on from here, whatever it was for.
 */
@Singleton
public final class MyPages {

    private final Destinations destinations;
    private final Pages pages;
    private final Clock clock;

    MyPages(Destinations destinations, Pages pages, Clock clock) {
        this.destinations = destinations;
        this.pages = pages;
        this.clock = clock;
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
            case Destination.Gone(var session, _) -> gone(pages.view(visit), "my.expired", session);
            case Destination.Empty(var session) -> gone(pages.view(visit), "my.empty", session);
            case Destination.Unknown() -> pages.unknownLink(pages.view(visit));
        };
    }

    /** In the language that the person asked for, unless they chose another on the site. */
    public View view(Destination.Found there, Visit visit) {
        return pages.view(visit.by(there.registration().participant().language()));
    }

    /** What to answer where there is nothing to change. */
    public HttpResponse<String> closed(Destination destination, Visit visit, String key) {
        return switch (destination) {
            case Destination.Found there -> gone(view(there, visit), key, Optional.of(there.session()));
            case Destination.Gone(var session, _) -> gone(pages.view(visit), "my.expired", session);
            case Destination.Empty(var session) -> gone(pages.view(visit), "my.empty", session);
            case Destination.Unknown() -> pages.unknownLink(pages.view(visit));
        };
    }

    /**
     * A link that does no more, and why, by the key of the text that says so. It leads on to the session that the link
     * was about: to its form, while it takes registrations.
     */
    public HttpResponse<String> gone(View view, String key, Optional<Session> session) {
        return session.filter(known -> known.takesRegistrations(clock.instant()))
                .map(open -> pages.gone(
                        view,
                        view.text(key) + " " + view.text("confirm.again"),
                        Optional.of(new Pages.Way(view.text("confirm.again.link"), open.path() + "/register"))))
                .orElseGet(() -> pages.gone(view, view.text(key), session
                        .map(known -> new Pages.Way(view.text("problem.session"), known.path()))));
    }
}
