package be.leerkring.registration.own;

import be.leerkring.meetings.plan.OwnDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.participant.PassRequest;
import be.leerkring.network.participant.PassRequests;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Subscription;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.MyPages;
import be.leerkring.registration.StaticTemplates;
import be.leerkring.registration.state.Confirmed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** One's own registration: what it is, and the buttons that change what becomes of it. */
@Produces(MediaType.ALL)
@Controller("/my/{token}")
final class MyController {

    private final MyPages myPages;
    private final Destinations destinations;
    private final SpeedDatingPlans plans;
    private final PassRequests passRequests;
    private final TakingSeat takingSeat;
    private final Cancelling cancelling;
    private final Pages pages;
    private final Clock clock;

    MyController(
            MyPages myPages,
            Destinations destinations,
            SpeedDatingPlans plans,
            PassRequests passRequests,
            TakingSeat takingSeat,
            Cancelling cancelling,
            Pages pages,
            Clock clock) {
        this.myPages = myPages;
        this.destinations = destinations;
        this.plans = plans;
        this.passRequests = passRequests;
        this.takingSeat = takingSeat;
        this.cancelling = cancelling;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> look(String token, Visit visit) {
        var site = visit.address().site();
        var link = new Token(token);
        var asked = PersonKey.of(link.claimedSubject()).map(passRequests::key);
        var look = destinations.look(
                link,
                MyLink.PURPOSE,
                session -> Stream.concat(Stream.of(plans.key(session)), asked.stream()).toList());
        return myPages.show(
                look.destination(),
                visit,
                (there, view) -> pages.show(
                        view,
                        view.text("my.title"),
                        new StaticTemplates()
                                .ownMy(view, there, token, clock.instant(), code(there, view, site),
                                        dates(look, there), feed(token, view, site), passing(look, there))));
    }

    /** All their sessions as a calendar: its address stays where calendars keep it, and opens nothing but that. */
    private static Subscription feed(String token, View view, String site) {
        var path = "/my/" + new Token(token).following(MyLink.CALENDAR).text() + "/calendar.ics";
        return new Subscription(site, path, view.text("calendar.own.name", view.network().name()));
    }

    /** Whom they asked to take over their seat, as long as they have one to pass on. */
    private Optional<PassRequest> passing(Destinations.Look look, Destination.Found there) {
        var participant = there.registration().participant();
        return there.registration() instanceof Confirmed && there.session().isToCome(clock.instant())
                ? passRequests.in(look.found(), new PersonKey(participant.session(), participant.person()))
                : Optional.empty();
    }

    /** Whom the person meets at the speed-dating; nothing before it was announced, nor for whoever has no seat. */
    private OwnDates dates(Destinations.Look look, Destination.Found there) {
        var participant = there.registration().participant();
        return plans.in(look.found(), there.session().id())
                .filter(plan -> plan.isAnnounced() && participant.state().tookPart())
                .map(plan -> OwnDates.of(plan, participant.person()))
                .orElse(OwnDates.NONE);
    }

    /**
     * What leads an organiser's phone to this person at the door; nothing there is secret, nor open to anybody else.
     */
    private Optional<QrCode> code(Destination.Found there, View view, String site) {
        var participant = there.registration().participant();
        var door = site + there.session().deskPath() + "/check-in?person=" + participant.person();
        return there.registration() instanceof Confirmed
                && !there.session().cancelled()
                && there.session().isAhead(clock.instant())
                        ? Optional.of(new QrCode(door, view.text("my.code.label")))
                        : Optional.empty();
    }

    @Post("/seat")
    @Consumes(MediaType.ALL)
    HttpResponse<String> take(String token) {
        takingSeat.take(new Token(token));
        return pages.seeOther("/my/" + token);
    }

    @Post("/cancel")
    @Consumes(MediaType.ALL)
    HttpResponse<String> cancel(String token) {
        cancelling.cancel(new Token(token));
        return pages.seeOther("/my/" + token);
    }
}
