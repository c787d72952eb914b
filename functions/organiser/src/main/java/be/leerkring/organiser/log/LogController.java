package be.leerkring.organiser.log;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.LogEntry;
import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.organiser.StaticTemplates;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who changed what, and when. */
@Produces(MediaType.ALL)
@Controller
final class LogController {

    /** Where a page ends: the moment and the random name of an entry. */
    private static final Pattern PLACE = Pattern.compile("[\\w:.#-]{1,100}");

    private final ChangeLog log;
    private final Sessions sessions;
    private final Participants participants;
    private final Pages pages;
    private final DeskPages deskPages;

    LogController(
            ChangeLog log, Sessions sessions, Participants participants, Pages pages, DeskPages deskPages) {
        this.log = log;
        this.sessions = sessions;
        this.participants = participants;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get("/organiser/log")
    HttpResponse<String> network(Visit visit, Organiser organiser, @QueryValue @Nullable String before) {
        return show(visit, organiser, ChangeLog.NETWORK, Optional.empty(), before);
    }

    @Get("/organiser/sessions/{id}/log")
    HttpResponse<String> session(String id, Visit visit, Organiser organiser, @QueryValue @Nullable String before) {
        var session = sessions.findAny(id);
        return session.isEmpty()
                ? deskPages.notFound(pages.view(visit))
                : show(visit, organiser, id, session, before);
    }

    private HttpResponse<String> show(
            Visit visit, Organiser organiser, String which, Optional<Session> session, @Nullable String before) {
        var view = pages.view(visit);
        var page = log.read(which, Optional.ofNullable(before).filter(PLACE.asMatchPredicate()));
        var people = participants.find(
                which,
                page.entries().stream()
                        .map(LogEntry::person)
                        .filter(person -> !person.isEmpty())
                        .distinct()
                        .toList());
        return deskPages.show(
                view, organiser, view.text("log.title"), new StaticTemplates().logLog(view, session, page, people));
    }
}
