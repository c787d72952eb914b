package be.leerkring.registration.line;

import be.leerkring.desk.Organisers;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Offered;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes over those in line whom no mail reaches, and tells every organiser in the same transaction, so once. They keep
 * their places.
 */
@Singleton
final class PassingOver {

    private final Table table;
    private final Organisers organisers;
    private final SeatCounts seatCounts;
    private final Destinations destinations;
    private final Transitions transitions;
    private final UnreachableMail mail;
    private final Outbox outbox;
    private final Clock clock;

    PassingOver(
            Table table,
            Organisers organisers,
            SeatCounts seatCounts,
            Destinations destinations,
            Transitions transitions,
            UnreachableMail mail,
            Outbox outbox,
            Clock clock) {
        this.table = table;
        this.organisers = organisers;
        this.seatCounts = seatCounts;
        this.destinations = destinations;
        this.transitions = transitions;
        this.mail = mail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** From now on no seat is kept for these places. */
    WriteOutcome passOver(Session session, Seats read, List<Place> places) {
        var next = read.reached(places, false);
        var writes = new ArrayList<Write>();
        writes.add(seatCounts.put(session, next));
        writes.addAll(tell(session, next, places.size()));
        return table.write(writes);
    }

    /** Mail reaches these people again: a seat that comes free, or is free, is theirs as if nothing had been. */
    WriteOutcome welcomeBack(Session session, Seats read, List<Place> places) {
        return table.write(List.of(seatCounts.put(session, read.reached(places, true))));
    }

    private List<Write> tell(Session session, Seats next, int people) {
        var seat = next.next(session.admission()).isPresent() ? UnreachableMail.Seat.NEXT : UnreachableMail.Seat.FREE;
        return organisers
                .in(table.read(List.of(organisers.key())))
                .addresses()
                .flatMap(address -> EmailAddress.parse(address).stream())
                .map(EmailAddress::text)
                .distinct()
                .map(address -> outbox.put(mail.to(address, session, people, seat, next.revision())))
                .toList();
    }

    /** Takes back a seat that is held for somebody whom the offer does not reach; they are first in line again. */
    void takeBack(Offered missed) {
        var participant = missed.participant();
        destinations.decide(
                new PersonKey(participant.session(), participant.person()),
                there -> there.registration() instanceof Offered offered
                        && offered.revision() == missed.revision()
                        && there.session().isToCome(clock.instant())
                                ? takeBack(there, offered)
                                : new WriteOutcome.Written());
    }

    private WriteOutcome takeBack(Destination.Found there, Offered offered) {
        var seats = there.seats().putBack(offered.place());
        return transitions.of(there, offered.putBack(clock.instant()))
                .seats(seats)
                .and(tell(there.session(), seats, 1).toArray(Write[]::new))
                .write();
    }
}
