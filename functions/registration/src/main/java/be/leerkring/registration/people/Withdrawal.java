package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.RegistrationState;
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

    /** At the end of the line, somebody who has a seat or has yet to confirm. */
    WriteOutcome putInLine(Destination.Found there, Organiser by) {
        var session = there.session();
        var before = there.registration();
        var hadSeat = before.state() == RegistrationState.CONFIRMED;
        var next = before.putInLine(session, clock.instant());
        return myLink.write(
                next,
                session,
                token -> mails.putInLine(next, session, token, hadSeat),
                hadSeat
                        ? seatCounts.put(session.id(), there.seats().sendBack(next.place()))
                        : seatCounts.join(session.id(), there.seats(), next.place()),
                sessions.unchanged(session),
                log.entry(by, "person-waiting", before, next));
    }

    WriteOutcome cancel(Destination.Found there, String reason, Organiser by) {
        var session = there.session();
        var before = there.registration();
        var next = before.callOff(reason, clock.instant());
        var writes = new ArrayList<>(List.of(
                registrations.put(next, session),
                outbox.put(mails.calledOff(next, session, before.state() == RegistrationState.CONFIRMED)),
                log.entry(by, "person-cancelled", before, next)));
        writes.addAll(released(there));
        return table.write(writes);
    }

    private List<Write> released(Destination.Found there) {
        var seats = there.seats();
        var place = there.registration().place();
        var session = there.session().id();
        return switch (there.registration().state()) {
            case CONFIRMED -> List.of(seatCounts.put(session, seats.release(place)));
            case OFFERED -> List.of(seatCounts.put(session, seats.withdraw(place)));
            case WAITING -> List.of(seatCounts.put(session, seats.leave(place.person())));
            case PENDING, CANCELLED, ATTENDED, ABSENT -> List.of();
        };
    }
}
