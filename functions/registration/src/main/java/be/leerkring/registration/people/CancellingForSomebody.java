package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Ongoing;
import be.leerkring.registration.state.Pending;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Takes back what somebody has, on an organiser's word: the seat comes free in the transaction that says so. */
@Singleton
final class CancellingForSomebody {

    private final Transitions transitions;
    private final OrganiserMails mails;
    private final Clock clock;

    CancellingForSomebody(Transitions transitions, OrganiserMails mails, Clock clock) {
        this.transitions = transitions;
        this.mails = mails;
        this.clock = clock;
    }

    /** Puts somebody who has yet to confirm at the end of the line. */
    WriteOutcome putInLine(Destination.Found there, Pending before, Mailboxes.Seen seen, Organiser by) {
        var session = there.session();
        var next = before.putInLine(session, clock.instant());
        return transitions.of(there, next)
                .lastInLine(there.seats())
                .mail(token -> mails.putInLine(next, session, token, false))
                .asSeen()
                .known(seen)
                .log(by, "person-waiting")
                .write();
    }

    /** Puts somebody who has a seat at the end of the line. */
    WriteOutcome sendBack(Destination.Found there, Confirmed before, Organiser by) {
        var next = before.putInLine(clock.instant());
        return transitions.of(there, next)
                .seats(there.seats().sendBack(next.place()))
                .mail(token -> mails.putInLine(next, there.session(), token, true))
                .asSeen()
                .log(by, "person-waiting")
                .write();
    }

    WriteOutcome cancel(Destination.Found there, Ongoing before, String reason, Organiser by) {
        var next = before.callOff(reason, clock.instant());
        var transition = transitions.of(there, next)
                .mail(mails.calledOff(next, there.session(), before instanceof Confirmed))
                .log(by, "person-cancelled");
        return before instanceof Holding holding
                ? transition.seats(holding.giveBack(there.seats())).write()
                : transition.write();
    }
}
