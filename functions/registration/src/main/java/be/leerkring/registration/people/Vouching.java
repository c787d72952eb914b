package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.Participant;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.FormPage;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmation;
import be.leerkring.registration.state.Pending;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Gives a seat, or a place in line, on an organiser's word, which stands for the person's own confirmation and for an
 * organiser's consent. How many seats there are, and for whom they are kept, holds here too.
 */
@Singleton
final class Vouching {

    private final Transitions transitions;
    private final OrganiserMails mails;
    private final Clock clock;

    Vouching(Transitions transitions, OrganiserMails mails, Clock clock) {
        this.transitions = transitions;
        this.mails = mails;
        this.clock = clock;
    }

    /** Registers somebody who was not known at the session. */
    WriteOutcome enrol(Participant participant, FormPage formPage, Organiser by) {
        var now = clock.instant();
        var given = Pending.first(participant, now).vouch(formPage.session(), formPage.seats(), now);
        return enrol(transitions.first(formPage.session(), given.next()), given, formPage, by);
    }

    /** Registers somebody who has cancelled. */
    WriteOutcome enrolAnew(Cancelled before, Participant participant, FormPage formPage, Organiser by) {
        var given = before.enrol(participant, formPage.session(), formPage.seats(), clock.instant());
        return enrol(transitions.of(formPage.session(), before, given.next()), given, formPage, by);
    }

    private WriteOutcome enrol(
            Transitions.Transition transition, Confirmation.Given given, FormPage formPage, Organiser by) {
        return transition.seats(formPage.seats(), given)
                .mail(token -> mails.added(given.next(), formPage.session(), token))
                .asSeen()
                .log(by, "person-added")
                .write();
    }

    /** Confirms in the stead of somebody who has yet to do it. */
    WriteOutcome confirm(Destination.Found there, Pending before, Organiser by) {
        var session = there.session();
        var given = before.vouch(session, there.seats(), clock.instant());
        return transitions.of(there, given.next())
                .seats(there.seats(), given)
                .mail(token -> mails.vouched(given.next(), session, token))
                .asSeen()
                .log(by, "person-confirmed")
                .write();
    }
}
