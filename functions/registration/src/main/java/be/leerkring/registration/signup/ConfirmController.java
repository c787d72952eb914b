package be.leerkring.registration.signup;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.ConfirmRequests;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Registration;
import be.leerkring.registration.StaticTemplates;
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
        return switch (destinations.follow(new Token(token), ConfirmRequests.CONFIRM)) {
            case Destination.Found there -> page(there, token, visit);
            case Destination.Gone(var formerly) ->
                formerly.filter(there -> there.registration().state() != RegistrationState.PENDING)
                        .map(there -> page(there, token, visit))
                        .orElseGet(() -> gone(pages.view(visit), "confirm.expired", true));
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
        if (there.session().cancelled()) {
            return gone(view, "confirm.called-off", false);
        }
        return switch (there.registration().confirm(there.session(), there.seats(), clock.instant())) {
            case Registration.Confirmation.Seated seated -> ask(view, there, token, "confirm.lead");
            case Registration.Confirmation.Lined lined -> ask(view, there, token, lead(lined, there));
            case Registration.Confirmation.TakenOver takenOver -> ask(view, there, token, "confirm.lead.passed");
            case Registration.Confirmation.Already already -> confirmed(view, there);
            case Registration.Confirmation.Gone gone ->
                gone(view, cancelled(there) ? "confirm.cancelled" : "confirm.expired", takesRegistrations(there));
            case Registration.Confirmation.TooLate late -> gone(view, "confirm.over", false);
        };
    }

    private HttpResponse<String> confirmed(View view, Destination.Found there) {
        var title = switch (there.registration().state()) {
            case WAITING -> "confirm.waiting";
            case OFFERED -> "confirm.offered";
            case PENDING, CONFIRMED, CANCELLED, ATTENDED, ABSENT -> "confirm.done";
        };
        return pages.show(view, view.text(title), new StaticTemplates().signupConfirmed(view, there));
    }

    private HttpResponse<String> ask(View view, Destination.Found there, String token, String lead) {
        return pages.show(
                view, view.text("confirm.title"), new StaticTemplates().signupConfirm(view, there, token, lead));
    }

    /** Why there would be a place in line and no seat. */
    private static String lead(Registration.Confirmation.Lined lined, Destination.Found there) {
        if (!lined.next().approved()) {
            return "confirm.lead.approval";
        }
        return there.seats().isFull(there.session().admission()) ? "confirm.lead.full" : "confirm.lead.limit";
    }

    private boolean takesRegistrations(Destination.Found there) {
        return there.session().takesRegistrations(clock.instant());
    }

    private HttpResponse<String> gone(View view, String key, boolean again) {
        return pages.gone(view, new StaticTemplates().gone(view, view.text(key), again));
    }

    private static boolean cancelled(Destination.Found there) {
        return there.registration().state() == RegistrationState.CANCELLED;
    }
}
