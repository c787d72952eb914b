package be.leerkring.programme.session;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes a session as its form says, and publishes it. The form brings along what its reader saw when they began: as
 * long as that is what stands in the table, it is saved; else nothing is, and they are shown what became of it.
 */
@Singleton
final class EditingSession {

    private final Table table;
    private final StoredSession.Reader reader;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final SessionCheck check;
    private final PublishedCheck published;
    private final Wording wording;
    private final ChangeLog log;
    private final NetworkTime time;
    private final Clock clock;

    EditingSession(
            Table table,
            StoredSession.Reader reader,
            Sessions sessions,
            SeatCounts seatCounts,
            SessionCheck check,
            PublishedCheck published,
            Wording wording,
            ChangeLog log,
            NetworkTime time,
            Clock clock) {
        this.table = table;
        this.reader = reader;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.check = check;
        this.published = published;
        this.wording = wording;
        this.log = log;
        this.time = time;
        this.clock = clock;
    }

    /** What came of a form. */
    sealed interface Outcome {

        record Done() implements Outcome {}

        record Invalid(StoredSession stored, SessionForm form, FormErrors.Found errors) implements Outcome {}

        /** Nothing was written: somebody else changed it since the form was read. */
        record Conflict(StoredSession stored, SessionForm form, Merge merge) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Saves the form. */
    Outcome save(String id, FormText text, SessionForm.Words words, Organiser by) {
        return table.decide(() -> decide(id, text, words, by, false));
    }

    /** Saves the form, and shows the session to everybody if nothing essential is missing. */
    Outcome publish(String id, FormText text, SessionForm.Words words, Organiser by) {
        return table.decide(() -> decide(id, text, words, by, true));
    }

    private Decision<Outcome> decide(
            String id, FormText text, SessionForm.Words words, Organiser by, boolean publish) {
        var found = reader.find(id);
        if (found.isEmpty()) {
            return Decision.made(new Outcome.Unknown());
        }
        var stored = found.get();
        // A form that doesn't say, such as a button alone, is about what stands there.
        var form = SessionForm.of(text, Snapshot.in(text).orElse(stored.values()), words);
        var errors = check.check(form);
        if (!errors.isEmpty()) {
            return Decision.made(new Outcome.Invalid(stored, form, errors));
        }
        var mine = form.values(words);
        var merge = Merge.of(form.base(), mine, stored.values(), stored.fixed());
        // Pressed again, the button to publish meets a session that is published by now.
        var again = publish && stored.isPublished();
        var news = again ? merge.hasNewsBut(SessionValues.STAGE) : merge.hasNews();
        if (news && (publish || !mine.equals(form.base()))) {
            return Decision.made(conflict(stored, merge, words));
        }
        var first = publish && stored.isDraft();
        var lacking = first
                ? published.beforePublishing(stored, form, merge.values())
                : lackingAfter(stored, form, merge.values());
        return lacking.isEmpty()
                ? write(stored, merge.values(), by, first).then(new Outcome.Done())
                : Decision.made(new Outcome.Invalid(stored, form, lacking));
    }

    private FormErrors.Found lackingAfter(StoredSession stored, SessionForm form, SessionValues next) {
        return stored.isPublished()
                ? published.afterPublishing(stored, form, next)
                : new FormErrors.Found();
    }

    /** The form as it goes on: nobody else's change in it can be overwritten unseen when it is sent again. */
    static Outcome conflict(StoredSession stored, Merge merge, SessionForm.Words words) {
        return new Outcome.Conflict(stored, SessionForm.of(merge.values(), stored.values(), words), merge);
    }

    private WriteOutcome write(StoredSession stored, SessionValues next, Organiser by, boolean publish) {
        var changed = next.in(stored.session(), time);
        var session = publish ? changed.published(clock.instant()) : changed.next();
        var changes = wording.changes(stored.values(), SessionValues.of(session, next.number("capacity"), time));
        if (changes.isEmpty()) {
            return new WriteOutcome.Written();
        }
        var writes = new ArrayList<>(List.of(
                sessions.put(session),
                log.entry(by, session.id(), publish ? "session-published" : "session-changed", "", changes)));
        seats(session, stored, next).ifPresent(writes::add);
        return table.write(writes);
    }

    /**
     * The seats, where the programme has to learn of them: how many they are, that they are published, or that other
     * rules say who may have them. A seat more is offered to whoever waits for it, by what follows the table's stream.
     */
    private Optional<Write> seats(Session session, StoredSession stored, SessionValues next) {
        var capacity = next.number("capacity");
        var before = stored.session();
        return capacity == stored.seats().capacity()
                && session.edition().draft() == before.edition().draft()
                && session.admission().equals(before.admission())
                        ? Optional.empty()
                        : Optional.of(seatCounts.put(session, stored.seats().resize(capacity)));
    }
}
