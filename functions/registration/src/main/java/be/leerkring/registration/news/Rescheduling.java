package be.leerkring.registration.news;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.desk.VenueForm;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Appointment;
import be.leerkring.network.session.News;
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
import java.util.Map;
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
    private final Marks marks;
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
            Marks marks,
            NewsPreview.Writer announcements,
            ChangeLog log,
            Languages languages,
            NetworkTime time,
            TypedTimes times,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.marks = marks;
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

        /** The reason can't be taken, why a session is called off; this is what would happen without. */
        record Unsaid(Session session, NewsPreview newsPreview, FormErrors.Found errors) implements Outcome {}

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
     * @param reason why, for those who are told
     * @param seen the edition that the organiser saw; empty for a look at what would happen
     */
    Outcome move(String id, MoveForm form, ReasonForm reason, Optional<Long> seen, Organiser by) {
        return table.decide(() -> with(id, session -> {
            var errors = new FormErrors.Found();
            var appointment = form.read(times, clock.instant(), errors);
            reason.check(languages.all(), errors);
            if (appointment.isEmpty() || !errors.isEmpty()) {
                return Decision.made(new Outcome.Invalid(session, errors));
            }
            var next = appointment.get();
            if (next.equals(session.appointment()) && seen.isPresent()) {
                return Decision.made(new Outcome.Done(id));
            }
            if (session.appointment().isStill(next)) {
                return Decision.made(new Outcome.Invalid(session, errors.add("date", "move.same")));
            }
            var moved = session.moved(next, new News(known(session, next), reason.text()), clock.instant());
            return decide(session, moved, seen, "session-moved", changes(session, moved), by);
        }));
    }

    /**
     * When and where people know the session to be. Those who were told of a former move know it as it is since then;
     * while not everybody was, the one before that is what most know.
     */
    private Appointment known(Session session, Appointment next) {
        return News.movedFrom(session)
                .filter(before -> !before.equals(next))
                .filter(_ -> !marks.find(TellingNews.key(session)).done())
                .orElse(session.appointment());
    }

    /** Calls a session off; the same parameters. */
    Outcome callOff(String id, ReasonForm reason, Optional<Long> seen, Organiser by) {
        return table.decide(() -> sessions.findAny(id).filter(Session::cancelled).isPresent() && seen.isPresent()
                ? Decision.made(new Outcome.Done(id))
                : with(id, session -> callOff(session, reason, seen, by)));
    }

    private Decision<Outcome> callOff(Session session, ReasonForm reason, Optional<Long> seen, Organiser by) {
        var errors = new FormErrors.Found();
        reason.check(languages.all(), errors);
        if (!errors.isEmpty()) {
            return Decision.made(new Outcome.Unsaid(
                    session, announcements.of(session.calledOff(clock.instant())), errors));
        }
        var next = session.calledOff(reason.text(), clock.instant());
        var changes = Stream.concat(
                Stream.of(new Change("stage", stage("published"), stage("cancelled"))), reasons(next)).toList();
        return decide(session, next, seen, "session-called-off", changes, by);
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
        var times = Stream.of(
                Change.between("date", date(before, preferred), date(after, preferred)),
                Change.between("start", time.hour(before.start()), time.hour(after.start())),
                Change.between("end", time.hour(before.end()), time.hour(after.end())))
                .flatMap(Optional::stream);
        var places = VenueForm.of(before.venue()).changes(VenueForm.of(after.venue()));
        return Stream.of(times, places, reasons(after)).flatMap(Function.identity()).toList();
    }

    private static Stream<Change> reasons(Session session) {
        return News.reason(session).byLanguage().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(said -> new Change("reason." + said.getKey(), "", said.getValue()));
    }

    private String date(Session session, Language language) {
        return time.date(session.start(), language);
    }

    private String stage(String code) {
        return languages.texts(languages.preferred()).text("session-form.stage." + code);
    }
}
