package be.leerkring.registration.door;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Scripts;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The page of those who stand at the door, made for a phone. Its script presses the same buttons that it shows. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/check-in")
final class CheckInController {

    /** A mark that was held up longer than this is as good as one of that age. */
    private static final Duration OLDEST = Duration.ofDays(1);

    /** Of a session or a person; whatever else was sent names none, and need not be asked for. */
    private static final Pattern NAME = Pattern.compile("[\\w-]{1,80}");

    private final CheckIn.Reader checkIns;
    private final CheckingIn checkingIn;
    private final Pages pages;
    private final DeskPages deskPages;
    private final Clock clock;

    CheckInController(
            CheckIn.Reader checkIns, CheckingIn checkingIn, Pages pages, DeskPages deskPages, Clock clock) {
        this.checkIns = checkIns;
        this.checkingIn = checkingIn;
        this.pages = pages;
        this.deskPages = deskPages;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param q words to find somebody by
     * @param person the key of the one who stands at the door, as the code on their confirmation has it
     */
    @Get
    HttpResponse<String> look(
            String id,
            Visit visit,
            Organiser organiser,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String person) {
        var view = pages.view(visit);
        return checkIns.of(id)
                .map(checkIn -> show(view, organiser, checkIn, q == null ? "" : q, person == null ? "" : person))
                .orElseGet(() -> deskPages.notFound(view));
    }

    private HttpResponse<String> show(View view, Organiser organiser, CheckIn checkIn, String words, String person) {
        return Scripts.withCamera(deskPages.show(
                view,
                organiser,
                view.text("check-in.title"),
                new StaticTemplates().doorCheckIn(view, checkIn, words, person)));
    }

    /** One button of the list: its name is what to do, its value whom it is about. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> mark(String id, Visit visit, Organiser organiser, FormText form) {
        var arrived = form.line("here");
        var person = arrived.isEmpty() ? form.line("undo") : arrived;
        if (!NAME.matcher(id).matches() || !NAME.matcher(person).matches()) {
            return deskPages.notFound(pages.view(visit));
        }
        var subject = new PersonKey(id, person);
        return answer(
                arrived.isEmpty()
                        ? checkingIn.unmark(subject, at(form), organiser)
                        : checkingIn.arrive(subject, at(form), organiser),
                id, "?person=" + person, visit, organiser);
    }

    private HttpResponse<String> answer(
            CheckingIn.Outcome outcome, String id, String onward, Visit visit, Organiser organiser) {
        return switch (outcome) {
            case CheckingIn.Outcome.Done() -> pages.seeOther(path(id) + onward);
            case CheckingIn.Outcome.Closed() -> closed(id, visit, organiser);
        };
    }

    private HttpResponse<String> closed(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return checkIns.of(id)
                .<HttpResponse<String>>map(checkIn -> deskPages.gone(
                        view,
                        organiser,
                        view.text("check-in.closed.title"),
                        new StaticTemplates().doorClosed(view, checkIn)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    /** When the button was pressed: so many milliseconds ago, whatever the phone takes for the time. */
    private Instant at(FormText form) {
        return clock.instant().minusMillis(Math.min(form.number("ago", 0), OLDEST.toMillis()));
    }

    @Post("/absent")
    @Consumes(MediaType.ALL)
    HttpResponse<String> missEverybodyElse(String id, Visit visit, Organiser organiser) {
        if (!NAME.matcher(id).matches()) {
            return deskPages.notFound(pages.view(visit));
        }
        return answer(checkingIn.missEverybodyElse(id, organiser), id, "", visit, organiser);
    }

    private static String path(String id) {
        return Session.deskPath(id) + "/check-in";
    }
}
