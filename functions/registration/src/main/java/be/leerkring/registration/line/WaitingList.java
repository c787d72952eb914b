package be.leerkring.registration.line;

import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Registration;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.WaitingListMails;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
    private final Outbox outbox;
    private final WaitingListMails mails;
    private final MyLink myLink;
    private final OfferDeadline deadline;
    private final Clock clock;

    WaitingList(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Destinations destinations,
            Registrations registrations,
            Outbox outbox,
            WaitingListMails mails,
            MyLink myLink,
            OfferDeadline deadline,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.destinations = destinations;
        this.registrations = registrations;
        this.outbox = outbox;
        this.mails = mails;
        this.myLink = myLink;
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
        var next = registrations
                .find(session.id(), place.person())
                .filter(registration -> registration.state() == RegistrationState.WAITING)
                .map(registration -> registration.offer(until, now));
        if (next.isEmpty()) {
            // The seats changed since they were read: the person has just left the line.
            return new WriteOutcome.Refused(List.of());
        }
        return myLink.write(
                next.get(),
                session,
                token -> mails.offer(next.get(), session, token),
                seatCounts.put(session.id(), seats.offer(place)));
    }

    /** Ends this person's offer, if its time is over. */
    public void lapse(Participants.Subject subject) {
        destinations.decide(subject, there -> there.registration()
                .lapse(clock.instant())
                .map(next -> lapse(there, next))
                .orElseGet(WriteOutcome.Written::new));
    }

    /** Whoever was told that the session does not take place, or knows that it began, is told no more. */
    private WriteOutcome lapse(Destination.Found there, Registration next) {
        var session = there.session();
        var writes = new ArrayList<Write>();
        writes.add(registrations.put(next, session));
        writes.add(seatCounts.put(
                session.id(), there.seats().withdraw(there.registration().place())));
        if (session.isToCome(clock.instant())) {
            writes.add(outbox.put(mails.lapsed(next, session)));
        }
        return table.write(writes);
    }
}
