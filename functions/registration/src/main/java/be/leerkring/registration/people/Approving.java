package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.PersonLog;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives an organiser's consent to somebody who waits for it. */
@Singleton
final class Approving {

    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final RegistrationMails mails;
    private final MyLink myLink;
    private final PersonLog log;
    private final Clock clock;

    Approving(
            Sessions sessions,
            SeatCounts seatCounts,
            RegistrationMails mails,
            MyLink myLink,
            PersonLog log,
            Clock clock) {
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.mails = mails;
        this.myLink = myLink;
        this.log = log;
        this.clock = clock;
    }

    /** Consents: with a seat, or with a place in line. */
    WriteOutcome approve(Destination.Found there, Waiting before, Organiser by) {
        var session = there.session();
        var place = before.place().asApproved();
        var seats = there.seats().replace(place);
        return seats.next(session.admission()).filter(place::equals).isPresent() && session.isToCome(clock.instant())
                ? seat(there, before, by)
                : keepInLine(there, before, by);
    }

    private WriteOutcome seat(Destination.Found there, Waiting before, Organiser by) {
        var session = there.session();
        var next = before.seat(clock.instant());
        return myLink.write(
                next,
                session,
                token -> mails.confirmed(next, session, token),
                seatCounts.put(session.id(), there.seats().take(next.place())),
                sessions.unchanged(session),
                log.entry(by, "person-approved", before, next));
    }

    private WriteOutcome keepInLine(Destination.Found there, Waiting before, Organiser by) {
        var session = there.session();
        var next = before.approve();
        return myLink.write(
                next,
                session,
                token -> mails.waiting(next, session, token),
                seatCounts.put(session.id(), there.seats().replace(next.place())),
                sessions.unchanged(session),
                log.entry(by, "person-approved", before, next));
    }
}
