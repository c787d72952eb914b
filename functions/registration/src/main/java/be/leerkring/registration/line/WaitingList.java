package be.leerkring.registration.line;

import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.WaitingListMails;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Offers seats that come free to those who wait, in the order of the line. Whatever frees a seat only says so in the
 * table; the table's stream has this look, so that no seat is forgotten when somebody dies between two steps.
 */
@Singleton
public final class WaitingList {

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Destinations destinations;
    private final Registrations registrations;
    private final Transitions transitions;
    private final WaitingListMails mails;
    private final OfferDeadline deadline;
    private final Clock clock;

    WaitingList(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Destinations destinations,
            Registrations registrations,
            Transitions transitions,
            WaitingListMails mails,
            OfferDeadline deadline,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.destinations = destinations;
        this.registrations = registrations;
        this.transitions = transitions;
        this.mails = mails;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Offers every seat that is free and that somebody in line may have. */
    public void fill(String session) {
        boolean offered;
        do {
            offered = table.decide(() -> offerNext(session));
        } while (offered);
    }

    /** Whether a seat was offered; empty when that has to be decided anew. */
    private Decision<Boolean> offerNext(String id) {
        var found = table.read(List.of(sessions.key(id), seatCounts.key(id)));
        var now = clock.instant();
        var session = sessions.in(found, id).filter(known -> known.isToCome(now));
        if (session.isEmpty()) {
            return Decision.made(false);
        }
        var seats = seatCounts.in(found, id);
        var next = seats.next(session.get().admission());
        var until = deadline.of(session.get(), now);
        return next.isEmpty() || until.isEmpty()
                ? Decision.made(false)
                : offer(session.get(), seats, next.get(), until.get(), now).then(true);
    }

    private WriteOutcome offer(Session session, Seats seats, Place place, Instant until, Instant now) {
        var first = registrations.find(session.id(), place.person());
        if (first.isEmpty() || !(first.get() instanceof Waiting waiting)) {
            // The seats changed since they were read: the person has just left the line.
            return new WriteOutcome.Refused(List.of());
        }
        var next = waiting.offer(until, now);
        return transitions.of(session, waiting, next)
                .seats(seats.offer(place))
                .mail(token -> mails.offer(next, session, token))
                .write();
    }

    /** Ends this person's offer, if its time is over. */
    public void lapse(PersonKey subject) {
        destinations.decide(subject, there -> there.registration() instanceof Offered offered
                ? offered.lapse(clock.instant())
                        .map(next -> lapse(there, offered, next))
                        .orElseGet(WriteOutcome.Written::new)
                : new WriteOutcome.Written());
    }

    /** Whoever was told that the session does not take place, or knows that it began, is told no more. */
    private WriteOutcome lapse(Destination.Found there, Offered offered, Cancelled next) {
        var session = there.session();
        var transition = transitions.of(there, next).seats(offered.giveBack(there.seats()));
        return session.isToCome(clock.instant())
                ? transition.mail(mails.lapsed(next, session)).write()
                : transition.write();
    }
}
