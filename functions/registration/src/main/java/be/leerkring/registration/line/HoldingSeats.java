package be.leerkring.registration.line;

import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.OfferDeadline;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.WaitingListMails;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Offered;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * What becomes of the seats that are held for somebody: each is held until its moment, which moves with the session,
 * and comes free then. That it moved follows from the session and the offer alone, so that it can be cut off anywhere
 * and done again.
 */
@Singleton
public final class HoldingSeats {

    private final Table table;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Destinations destinations;
    private final Transitions transitions;
    private final WaitingListMails mails;
    private final OfferDeadline deadline;
    private final Clock clock;

    HoldingSeats(
            Table table,
            SeatCounts seatCounts,
            Registrations registrations,
            Destinations destinations,
            Transitions transitions,
            WaitingListMails mails,
            OfferDeadline deadline,
            Clock clock) {
        this.table = table;
        this.seatCounts = seatCounts;
        this.registrations = registrations;
        this.destinations = destinations;
        this.transitions = transitions;
        this.mails = mails;
        this.deadline = deadline;
        this.clock = clock;
    }

    /**
     * Holds the seats of a session that moved until their new moments, and ends the offers whose time is over by that.
     * Whoever tells the news does so afterwards: what people are told of their seat is so by then.
     */
    public void follow(Session session) {
        var id = session.id();
        if (session.sequence() > 0 && session.isToCome(clock.instant()) && holdsSeats(id)) {
            registrations.readable(id)
                    .filter(Offered.class::isInstance)
                    .map(offered -> new PersonKey(id, offered.participant().person()))
                    .toList()
                    .forEach(this::follow);
        }
    }

    private boolean holdsSeats(String session) {
        return seatCounts.in(table.read(List.of(seatCounts.key(session))), session).offered() > 0;
    }

    private void follow(PersonKey subject) {
        destinations.decide(
                subject,
                there -> there.registration() instanceof Offered offered
                        && there.session().isToCome(clock.instant())
                                ? follow(there, offered)
                                : new WriteOutcome.Written());
    }

    private WriteOutcome follow(Destination.Found there, Offered offered) {
        var session = there.session();
        var now = clock.instant();
        var until = deadline.moved(session, offered.since(), offered.until());
        if (!until.isAfter(now)) {
            return end(there, offered, offered.end(now), !offered.isOver(now));
        }
        return until.equals(offered.until())
                ? new WriteOutcome.Written()
                : transitions.of(there, offered.holdUntil(until)).asSeen().write();
    }

    /** Ends this person's offer, if its time is over. */
    public void lapse(PersonKey subject) {
        destinations.decide(subject, there -> there.registration() instanceof Offered offered
                ? offered.lapse(clock.instant())
                        .map(next -> end(there, offered, next, false))
                        .orElseGet(WriteOutcome.Written::new)
                : new WriteOutcome.Written());
    }

    /** Whoever was told that the session does not take place, or knows that it began, is told no more. */
    private WriteOutcome end(Destination.Found there, Offered offered, Cancelled next, boolean overtaken) {
        var session = there.session();
        var now = clock.instant();
        var seats = offered.giveBack(there.seats());
        var transition = transitions.of(there, next).seats(seats);
        if (!session.isToCome(now)) {
            return transition.write();
        }
        var passedOn = deadline.isPassedOn(session, seats, now);
        return transition
                .mail(overtaken
                        ? mails.overtaken(next, session, passedOn)
                        : mails.lapsed(next, session, passedOn))
                .write();
    }
}
