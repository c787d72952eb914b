package be.leerkring.registration.line;

import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.OfferDeadline;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.WaitingListMails;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Offers seats that come free to those who wait, in the order of the line. Whatever frees a seat only says so in the
 * table; the table's stream has this look, so that no seat is forgotten when somebody dies between two steps.
 */
@Singleton
public final class WaitingList {

    /** So many of those in line are looked at together; hardly ever is more than one of them not reached. */
    private static final int LOOKED_AT = 10;

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Reachability reachability;
    private final PassingOver passingOver;
    private final Transitions transitions;
    private final WaitingListMails mails;
    private final OfferDeadline deadline;
    private final Clock clock;

    WaitingList(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Reachability reachability,
            PassingOver passingOver,
            Transitions transitions,
            WaitingListMails mails,
            OfferDeadline deadline,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.reachability = reachability;
        this.passingOver = passingOver;
        this.transitions = transitions;
        this.mails = mails;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Offers every seat that is free and that somebody in line may have, of those whom a mail can reach. */
    public void fill(String session) {
        boolean changed;
        do {
            changed = table.decide(() -> takeStep(session));
        } while (changed);
    }

    /** Whether anything changed, so that more can be done; empty when that has to be decided anew. */
    private Decision<Boolean> takeStep(String id) {
        var found = table.read(List.of(sessions.key(id), seatCounts.key(id)));
        var now = clock.instant();
        var session = sessions.in(found, id).filter(known -> known.isToCome(now));
        if (session.isEmpty()) {
            return Decision.made(false);
        }
        var seats = seatCounts.in(found, id);
        var back = reachable(id, seats.unreachable());
        if (!back.isEmpty()) {
            return passingOver.welcomeBack(session.get(), seats, back).then(true);
        }
        var next = seats.candidates(session.get().admission()).limit(LOOKED_AT).toList();
        var until = deadline.of(session.get(), now);
        return next.isEmpty() || until.isEmpty()
                ? Decision.made(false)
                : offer(session.get(), seats, next, until.get(), now).then(true);
    }

    private List<Place> reachable(String session, List<Place> unreachable) {
        var look = reachability.look(session, unreachable);
        return unreachable.stream().filter(look::reaches).toList();
    }

    /** The first whom a mail reaches is offered the seat, once those before are passed over. */
    private WriteOutcome offer(Session session, Seats seats, List<Place> next, Instant until, Instant now) {
        var look = reachability.look(session.id(), next);
        var missed = next.stream().takeWhile(place -> !look.reaches(place)).toList();
        return missed.isEmpty()
                ? offer(session, seats, next.getFirst(), look.registration(next.getFirst()), until, now)
                : passingOver.passOver(session, seats, missed);
    }

    private WriteOutcome offer(
            Session session, Seats seats, Place place, Optional<Registration> first, Instant until, Instant now) {
        if (first.isEmpty() || !(first.get() instanceof Waiting waiting)) {
            // The seats changed since they were read: the person has just left the line.
            return new WriteOutcome.Refused(List.of());
        }
        var next = waiting.offer(until, now);
        return transitions.of(session, waiting, next)
                .seats(seats.offer(place))
                .mail(token -> mails.offer(next, session, token))
                .asSeen()
                .write();
    }

    /** Takes back the seats that are held for those of these people whom the offer does not reach. */
    public void takeBack(Collection<PersonKey> held) {
        reachability.missed(held).forEach(passingOver::takeBack);
    }
}
