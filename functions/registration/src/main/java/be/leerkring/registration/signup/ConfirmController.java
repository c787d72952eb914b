package be.leerkring.registration.signup;

import be.leerkring.network.participant.LikelyName;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.seats.Outlook;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyPages;
import be.leerkring.registration.StaticTemplates;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmation;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Waiting;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The mailed link that confirms: looking at it changes nothing, its button may be pressed twice. */
@Produces(MediaType.ALL)
@Controller("/confirm/{token}")
final class ConfirmController {

    private final Destinations destinations;
    private final MyPages myPages;
    private final Confirming confirming;
    private final Pages pages;
    private final Clock clock;

    ConfirmController(
            Destinations destinations, MyPages myPages, Confirming confirming, Pages pages, Clock clock) {
        this.destinations = destinations;
        this.myPages = myPages;
        this.confirming = confirming;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> look(String token, Visit visit) {
        return switch (destinations.follow(new Token(token), Destinations.CONFIRM)) {
            case Destination.Found there -> page(there, token, visit, Optional.empty());
            case Destination.Gone(var session, var formerly) ->
                formerly.filter(there -> !(there.registration() instanceof Pending))
                        .map(there -> page(there, token, visit, Optional.empty()))
                        .orElseGet(() -> myPages.gone(pages.view(visit), "confirm.expired", session));
            case Destination.Empty(var session) -> myPages.gone(pages.view(visit), "my.empty", session);
            case Destination.Unknown() -> pages.unknownLink(pages.view(visit));
        };
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<String> confirm(String token, Visit visit) {
        return confirming.confirm(new Token(token), visit.source())
                .map(until -> again(token, visit, until))
                .orElseGet(() -> pages.seeOther("/confirm/" + token));
    }

    /** Too many confirmed from there: the same page, with its button, and when it can be pressed again. */
    private HttpResponse<String> again(String token, Visit visit, Instant until) {
        return destinations.follow(new Token(token), Destinations.CONFIRM) instanceof Destination.Found there
                ? page(there, token, visit, Optional.of(until))
                : pages.seeOther("/confirm/" + token);
    }

    private HttpResponse<String> page(
            Destination.Found there, String token, Visit visit, Optional<Instant> until) {
        var view = pages.view(visit.by(there.registration().participant().language()));
        if (there.session().cancelled()) {
            return gone(view, "confirm.called-off", there);
        }
        return switch (there.registration().confirm(there.session(), there.seats(), clock.instant())) {
            case Confirmation.Seated _ -> ask(view, there, token, "seat", Outlook.SEAT, until);
            case Confirmation.Lined(var next) -> ask(view, there, token, next, until);
            case Confirmation.TakenOver takenOver -> passed(view, there, takenOver, token, until);
            case Confirmation.TakenBack() -> gone(view, "confirm.taken-back", there);
            case Confirmation.Already() -> confirmed(view, there);
            case Confirmation.Gone() ->
                gone(view, cancelled(there) ? "confirm.cancelled" : "confirm.expired", there);
            case Confirmation.TooLate() -> gone(view, "confirm.over", there);
        };
    }

    /** Whose colleague no longer has the seat is asked what anybody else is. */
    private HttpResponse<String> passed(
            View view,
            Destination.Found there,
            Confirmation.TakenOver takenOver,
            String token,
            Optional<Instant> until) {
        var giver = destinations.find(there.session().id(), takenOver.giver())
                .map(Destination.Found::registration)
                .filter(Confirmed.class::isInstance);
        if (giver.isPresent()) {
            return passed(view, there, takenOver, giver.get().participant(), token, until);
        }
        return switch (takenOver.from()) {
            case Waiting _ -> confirmed(view, there);
            case Pending pending ->
                switch (pending.seatOrLine(there.session(), there.seats(), clock.instant())) {
                    case Confirmation.Seated _ -> ask(view, there, token, "seat", Outlook.SEAT, until);
                    case Confirmation.Lined(var next) -> ask(view, there, token, next, until);
                };
        };
    }

    private HttpResponse<String> passed(
            View view,
            Destination.Found there,
            Confirmation.TakenOver takenOver,
            Participant giver,
            String token,
            Optional<Instant> until) {
        var title = LikelyName.in(giver.name())
                .map(name -> view.text("confirm.passed", name))
                .orElseGet(() -> view.text("confirm.passed.nameless"));
        var takeable = takenOver.from().until(there.session());
        var errors = until.map(FormErrors::tooOften).orElseGet(FormErrors::none);
        var page = new StaticTemplates()
                .signupPassed(view, there, token, title, takeable, errors);
        return until.map(moment -> pages.tooOften(view, title, moment, page))
                .orElseGet(() -> pages.show(view, title, page));
    }

    private HttpResponse<String> confirmed(View view, Destination.Found there) {
        var situation = there.registration().situation(there.session(), clock.instant());
        var heading = view.find("confirm.done." + situation.code())
                .orElseGet(() -> view.text("my.state." + situation.code()));
        return pages.show(
                view, titled(view, heading, there),
                new StaticTemplates().signupConfirmed(view, there, situation, heading));
    }

    /** Every tab says which session it is about. */
    private static String titled(View view, String heading, Destination.Found there) {
        return heading + ": " + view.text(there.session().title());
    }

    private HttpResponse<String> ask(
            View view, Destination.Found there, String token, Waiting next, Optional<Instant> until) {
        var outlook = next.outlook(there.session(), there.seats());
        return ask(view, there, token, outlook.leadsTo(), outlook, until);
    }

    private HttpResponse<String> ask(
            View view,
            Destination.Found there,
            String token,
            String way,
            Outlook outlook,
            Optional<Instant> until) {
        var title = titled(view, view.text("confirm." + way + ".title"), there);
        var errors = until.map(FormErrors::tooOften).orElseGet(FormErrors::none);
        var page = new StaticTemplates().signupConfirm(view, there, token, way, outlook, errors);
        return until.map(moment -> pages.tooOften(view, title, moment, page))
                .orElseGet(() -> pages.show(view, title, page));
    }

    private HttpResponse<String> gone(View view, String key, Destination.Found there) {
        return myPages.gone(view, key, Optional.of(there.session()));
    }

    private static boolean cancelled(Destination.Found there) {
        return there.registration() instanceof Cancelled;
    }
}
