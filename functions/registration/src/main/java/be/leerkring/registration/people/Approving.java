package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives an organiser's consent to somebody who waits for it. */
@Singleton
final class Approving {

    private final Transitions transitions;
    private final RegistrationMails mails;
    private final Clock clock;

    Approving(Transitions transitions, RegistrationMails mails, Clock clock) {
        this.transitions = transitions;
        this.mails = mails;
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
        var next = before.seat(clock.instant());
        return transitions.of(there, next)
                .seats(there.seats().take(next.place()))
                .mail(token -> mails.confirmed(next, there.session(), token))
                .asSeen()
                .log(by, "person-approved")
                .write();
    }

    private WriteOutcome keepInLine(Destination.Found there, Waiting before, Organiser by) {
        var next = before.approve();
        return transitions.of(there, next)
                .seats(there.seats().replace(next.place()))
                .mail(token -> mails.waiting(
                        next, there.session(), next.outlook(there.session(), there.seats()), token))
                .asSeen()
                .log(by, "person-approved")
                .write();
    }
}
