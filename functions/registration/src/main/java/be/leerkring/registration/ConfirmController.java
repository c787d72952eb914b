package be.leerkring.registration;

import be.leerkring.network.RegistrationState;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;

/** The mailed link that confirms: looking at it changes nothing, its button may be pressed twice. */
@Produces(MediaType.ALL)
@Controller("/confirm/{token}")
final class ConfirmController {

    private final Destinations destinations;
    private final Admission admission;
    private final Pages pages;
    private final Clock clock;

    ConfirmController(Destinations destinations, Admission admission, Pages pages, Clock clock) {
        this.destinations = destinations;
        this.admission = admission;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> look(String token, Visit visit) {
        return switch (destinations.follow(new Token(token), SignUp.CONFIRM)) {
            case Destination.Found there -> page(there, token, visit);
            case Destination.Gone(var formerly) ->
                formerly.filter(there -> there.registration().state() != RegistrationState.PENDING)
                        .map(there -> page(there, token, visit))
                        .orElseGet(() -> gone(pages.view(visit), "confirm.expired"));
            case Destination.Nowhere() -> pages.notFound(pages.view(visit));
        };
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<String> confirm(String token) {
        admission.confirm(new Token(token));
        return pages.seeOther("/confirm/" + token);
    }

    private HttpResponse<String> page(Destination.Found there, String token, Visit visit) {
        var view = pages.view(visit.by(there.registration().participant().language()));
        return switch (there.registration().confirm(there.session(), there.seats(), clock.instant())) {
            case Registration.Confirmation.Seated seated -> ask(view, there, token);
            case Registration.Confirmation.Lined lined -> ask(view, there, token);
            case Registration.Confirmation.TakenOver takenOver -> ask(view, there, token);
            case Registration.Confirmation.Already already ->
                pages.show(
                        view,
                        view.text(waits(there) ? "confirm.waiting" : "confirm.done"),
                        new StaticTemplates().confirmed(view, there, waits(there)));
            case Registration.Confirmation.Gone gone ->
                gone(view, cancelled(there) ? "confirm.cancelled" : "confirm.expired");
            case Registration.Confirmation.TooLate late ->
                gone(view, there.session().cancelled() ? "confirm.called-off" : "confirm.over");
        };
    }

    private HttpResponse<String> ask(View view, Destination.Found there, String token) {
        return pages.show(view, view.text("confirm.title"), new StaticTemplates().confirm(view, there, token));
    }

    private HttpResponse<String> gone(View view, String key) {
        return pages.gone(view, new StaticTemplates().gone(view, view.text(key)));
    }

    private static boolean waits(Destination.Found there) {
        return there.registration().state() == RegistrationState.WAITING;
    }

    private static boolean cancelled(Destination.Found there) {
        return there.registration().state() == RegistrationState.CANCELLED;
    }
}
