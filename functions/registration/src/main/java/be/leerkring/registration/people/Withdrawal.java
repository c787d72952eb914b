package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.PersonLog;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Ongoing;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Takes back what somebody has, on an organiser's word: the seat comes free in the transaction that says so. */
@Singleton
final class Withdrawal {

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Outbox outbox;
    private final OrganiserMails mails;
    private final MyLink myLink;
    private final PersonLog log;
    private final Clock clock;

    Withdrawal(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Registrations registrations,
            Outbox outbox,
            OrganiserMails mails,
            MyLink myLink,
            PersonLog log,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.registrations = registrations;
        this.outbox = outbox;
        this.mails = mails;
        this.myLink = myLink;
        this.log = log;
        this.clock = clock;
    }

    /** Puts somebody who has yet to confirm at the end of the line. */
    WriteOutcome putInLine(Destination.Found there, Pending before, Organiser by) {
        var session = there.session();
        var next = before.putInLine(session, clock.instant());
        return putInLine(there, next, seatCounts.join(session.id(), there.seats(), next.place()), by);
    }

    /** Puts somebody who has a seat at the end of the line. */
    WriteOutcome putInLine(Destination.Found there, Confirmed before, Organiser by) {
        var next = before.putInLine(clock.instant());
        return putInLine(
                there, next, seatCounts.put(there.session().id(), there.seats().sendBack(next.place())), by);
    }

    private WriteOutcome putInLine(Destination.Found there, Waiting next, Write seats, Organiser by) {
        var session = there.session();
        var before = there.registration();
        return myLink.write(
                next,
                session,
                token -> mails.putInLine(next, session, token, before instanceof Confirmed),
                seats,
                sessions.unchanged(session),
                log.entry(by, "person-waiting", before, next));
    }

    WriteOutcome cancel(Destination.Found there, Ongoing before, String reason, Organiser by) {
        var session = there.session();
        var next = before.callOff(reason, clock.instant());
        var writes = new ArrayList<>(List.of(
                registrations.put(next, session),
                outbox.put(mails.calledOff(next, session, before instanceof Confirmed)),
                log.entry(by, "person-cancelled", before, next)));
        if (before instanceof Holding holding) {
            writes.add(seatCounts.put(session.id(), holding.giveBack(there.seats())));
        }
        return table.write(writes);
    }
}
