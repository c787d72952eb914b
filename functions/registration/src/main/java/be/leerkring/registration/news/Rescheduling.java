package be.leerkring.registration.news;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.time.TypedTimes;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Moves a session that everybody knows of, and calls it off. What its people are told is decided by what follows the
 * table's stream: it follows from the session alone.
 */
@Singleton
final class Rescheduling {

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final NewsPreview.Writer announcements;
    private final ChangeLog log;
    private final Languages languages;
    private final NetworkTime time;
    private final TypedTimes times;
    private final Clock clock;

    Rescheduling(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            NewsPreview.Writer announcements,
            ChangeLog log,
            Languages languages,
            NetworkTime time,
            TypedTimes times,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.announcements = announcements;
        this.log = log;
        this.languages = languages;
        this.time = time;
        this.times = times;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** This is what would happen; nothing did. */
        record Shown(Session session, NewsPreview newsPreview) implements Outcome {}

        /** It is as the organiser wants it, by this press of the button or the one before. */
        record Done(String session) implements Outcome {}

        record Invalid(Session session, FormErrors.Found errors) implements Outcome {}

        /** Nothing was done, for somebody else changed it since the organiser looked; this is what would happen now. */
        record Conflict(Session session, NewsPreview newsPreview) implements Outcome {}

        /** It is a draft, or over, or does not take place. */
        record Closed(Session session) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** A session that can still be moved or called off. */
    Optional<Session> open(String id) {
        return sessions.findAny(id).filter(this::isOpen);
    }

    private boolean isOpen(Session session) {
        return !session.edition().draft() && session.isToCome(clock.instant());
    }

    /**
     * Moves a session.
     *
     * @param seen the edition that the organiser saw; empty for a look at what would happen
     */
    Outcome move(String id, MoveForm form, Optional<Long> seen, Organiser by) {
        return table.decide(() -> with(id, session -> {
            var errors = new FormErrors.Found();
            var appointment = form.read(times, clock.instant(), errors);
            if (appointment.isEmpty()) {
                return Decision.made(new Outcome.Invalid(session, errors));
            }
            var next = appointment.get();
            if (next.isThatOf(session)) {
                return Decision.made(seen.isPresent()
                        ? new Outcome.Done(id)
                        : new Outcome.Invalid(session, errors.add("date", "move.same")));
            }
            var moved = session.moved(next.start(), next.end(), next.venue(), clock.instant());
            return decide(session, moved, seen, "session-moved", changes(session, moved), by);
        }));
    }

    /** Calls a session off; the same parameters. */
    Outcome callOff(String id, Optional<Long> seen, Organiser by) {
        return table.decide(() -> sessions.findAny(id).filter(Session::cancelled).isPresent() && seen.isPresent()
                ? Decision.made(new Outcome.Done(id))
                : with(id, session -> decide(
                        session,
                        session.calledOff(clock.instant()),
                        seen,
                        "session-called-off",
                        List.of(new Change("stage", stage("published"), stage("cancelled"))),
                        by)));
    }

    private Decision<Outcome> with(String id, Function<Session, Decision<Outcome>> decision) {
        var found = sessions.findAny(id);
        if (found.isEmpty()) {
            return Decision.made(new Outcome.Unknown());
        }
        return isOpen(found.get())
                ? decision.apply(found.get())
                : Decision.made(new Outcome.Closed(found.get()));
    }

    private Decision<Outcome> decide(
            Session session, Session next, Optional<Long> seen, String what, List<Change> changes, Organiser by) {
        if (seen.isEmpty()) {
            return Decision.made(new Outcome.Shown(session, announcements.of(next)));
        }
        return seen.get() == session.edition().revision()
                ? table.write(List.of(
                        sessions.put(next),
                        seatCounts.move(next),
                        log.entry(by, session.id(), what, "", changes)))
                        .then(new Outcome.Done(session.id()))
                : Decision.made(new Outcome.Conflict(session, announcements.of(next)));
    }

    private List<Change> changes(Session before, Session after) {
        var preferred = languages.preferred();
        return Stream.of(
                Change.between("date", date(before, preferred), date(after, preferred)),
                Change.between("start", time.hour(before.start()), time.hour(after.start())),
                Change.between("end", time.hour(before.end()), time.hour(after.end())),
                Change.between("venue", before.venue().name(), after.venue().name()),
                Change.between("city", before.venue().city(), after.venue().city()))
                .flatMap(Optional::stream)
                .toList();
    }

    private String date(Session session, Language language) {
        return time.date(session.start(), language);
    }

    private String stage(String code) {
        return languages.texts(languages.preferred()).text("session-form.stage." + code);
    }
}
