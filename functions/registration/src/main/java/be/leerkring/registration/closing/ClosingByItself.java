package be.leerkring.registration.closing;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organisers;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.time.WorkingHours;
import be.leerkring.registration.Closings;
import be.leerkring.registration.Closings.Closing;
import be.leerkring.registration.Registrations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the sessions that no organiser closed: at nine in the morning of the first working day after the organisers
 * were told who will count as absent. They are told as soon as the session is over, whatever the hour; where they could
 * not be, the closing waits.
 */
@Singleton
public final class ClosingByItself {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingByItself.class);

    /** A session that began longer ago than this is left to the organisers. */
    private static final Duration LATEST = Duration.ofDays(14);

    private final Table table;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Organisations organisations;
    private final Organisers organisers;
    private final Closings closings;
    private final ClosingSession closingSession;
    private final ClosingMail mail;
    private final Outbox outbox;
    private final Figures figures;
    private final WorkingHours hours;
    private final Clock clock;

    ClosingByItself(
            Table table,
            Sessions sessions,
            Registrations registrations,
            Organisations organisations,
            Organisers organisers,
            Closings closings,
            ClosingSession closingSession,
            ClosingMail mail,
            Outbox outbox,
            Figures figures,
            WorkingHours hours,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.registrations = registrations;
        this.organisations = organisations;
        this.organisers = organisers;
        this.closings = closings;
        this.closingSession = closingSession;
        this.mail = mail;
        this.outbox = outbox;
        this.figures = figures;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * Looks after every session that was: one that can't be closed now does not hold up the others.
     *
     * @return how many could not be looked after
     */
    public int lookAfterAll() {
        var now = clock.instant();
        var over = sessions.startedBetween(now.minus(LATEST), now)
                .filter(session -> Figures.canBeClosed(session, now))
                .toList();
        var found = table.read(over.stream()
                .flatMap(session -> Stream.of(figures.key(session), closings.key(session.id())))
                .toList());
        return (int) over.stream()
                .filter(session -> figures.in(found, session).isEmpty())
                .filter(session -> !lookAfter(session, found, now))
                .count();
    }

    private boolean lookAfter(Session session, Map<Key, Item> found, Instant now) {
        try {
            lookAfter(session, closings.in(found, session.id()), now);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("The session {} can't be closed now", session.id(), failed);
            return false;
        }
    }

    private void lookAfter(Session session, Closing closing, Instant now) {
        if (closing.begun().isPresent()) {
            closingSession.finish(session, closing);
        } else if (closing.told().isEmpty()) {
            tell(session, now);
        } else if (closing.isDue(now)) {
            closingSession.close(session, ChangeLog.ITSELF);
        }
    }

    /**
     * Each is told once, for a mail has the same key whenever it is decided; that all were is written last. So a run
     * that is cut off leaves nobody out, and the session closes no earlier than any of the mails says.
     */
    private void tell(Session session, Instant now) {
        var closesAt = hours.morningAfter(now);
        var found = table.read(List.of(organisers.key(), organisations.key()));
        var listed = organisations.in(found);
        var attendance = Attendance.of(registrations
                .readable(session.id())
                .map(registration -> registration.asListed(listed))
                .toList());
        organisers
                .in(found)
                .addresses()
                .flatMap(address -> EmailAddress.parse(address).stream())
                .distinct()
                .forEach(address -> table
                        .attempt(List.of(outbox.put(mail.to(address, session, attendance, closesAt)))));
        table.attempt(List.of(closings.tell(session, closesAt, now)));
    }
}
