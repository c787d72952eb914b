package be.leerkring.registration.closing;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Closings;
import be.leerkring.registration.Closings.Closing;
import be.leerkring.registration.MarkingAbsent;
import be.leerkring.registration.Registrations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Closes a session that is over, once and for good, in three steps of which each can be cut off and done again. First
 * the door is shut: from then on nobody is marked, so that what is counted is what stays. Then those who have a seat
 * and were not seen become absent; nobody does where nobody was marked at all. Last, the figures are frozen, in one
 * transaction with the entry in the log. Whoever stands in line keeps their state: it is part of the figures, and no
 * seat is offered any more.
 */
@Singleton
final class ClosingSession {

    private final Table table;
    private final SeatCounts seatCounts;
    private final Closings closings;
    private final Registrations registrations;
    private final MarkingAbsent markingAbsent;
    private final Participants participants;
    private final Organisations organisations;
    private final MeetingMemory memory;
    private final Figures figures;
    private final ChangeLog log;
    private final Clock clock;

    ClosingSession(
            Table table,
            SeatCounts seatCounts,
            Closings closings,
            Registrations registrations,
            MarkingAbsent markingAbsent,
            Participants participants,
            Organisations organisations,
            MeetingMemory memory,
            Figures figures,
            ChangeLog log,
            Clock clock) {
        this.table = table;
        this.seatCounts = seatCounts;
        this.closings = closings;
        this.registrations = registrations;
        this.markingAbsent = markingAbsent;
        this.participants = participants;
        this.organisations = organisations;
        this.memory = memory;
        this.figures = figures;
        this.log = log;
        this.clock = clock;
    }

    /** Closes a session that is over; one that is closed stays as it is. */
    void close(Session session, Organiser by) {
        var found = table.read(List.of(figures.key(session), closings.key(session.id())));
        if (figures.in(found, session).isPresent()) {
            return;
        }
        var closing = closings.in(found, session.id());
        if (closing.begun().isEmpty()) {
            table.attempt(List.of(closings.begin(session, by, clock.instant())));
            closing = closings.in(table.read(List.of(closings.key(session.id()))), session.id());
        }
        finish(session, closing);
    }

    /** Does what is left of a closing that began, in the name of whoever began it. */
    void finish(Session session, Closing closing) {
        var by = new Organiser(closing.by());
        if (attendance(session).checkedIn()) {
            boolean more;
            do {
                more = table.decide(() -> markingAbsent.some(session, by));
            } while (more);
        }
        table.settle(() -> freeze(session, by));
    }

    private Attendance attendance(Session session) {
        return Attendance.of(registrations.readable(session.id()).toList());
    }

    /** The turn is read first: what others freeze or mend after that, refuses this. */
    private WriteOutcome freeze(Session session, Organiser by) {
        var found = table.read(List.of(
                figures.turnKey(), figures.key(session), seatCounts.key(session.id()), organisations.key()));
        if (figures.in(found, session).isPresent()) {
            return new WriteOutcome.Written();
        }
        var listed = organisations.in(found);
        var frozen = new SessionCount(
                session,
                seatCounts.in(found, session.id()).capacity(),
                listed,
                SessionCount.Before.of(thereBefore(session), listed),
                memory.network().pairsAfter(session.id(), session.start()))
                .figures(attendance(session), clock.instant());
        return table.write(List.of(
                figures.close(session, frozen),
                figures.turn(found),
                log.entry(by, session.id(), "session-closed", "", changes(frozen))));
    }

    /** Who was at the other sessions of the year that are closed. */
    private Stream<Participant> thereBefore(Session session) {
        var year = figures.year(session.start());
        return figures.closed(year, year).stream()
                .filter(closed -> !closed.session().equals(session.id()))
                .flatMap(closed -> participants.now(closed.session()))
                .filter(participant -> participant.state().tookPart());
    }

    private static List<Change> changes(SessionFigures frozen) {
        var heads = frozen.everybody();
        return List.of(
                new Change("present", "", Integer.toString(heads.present())),
                new Change(RegistrationState.ABSENT.code(), "", Integer.toString(heads.absent())));
    }
}
