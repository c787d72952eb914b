package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.Participant;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Offer;
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
    WriteOutcome enrol(Participant participant, Offer offer, Organiser by) {
        var now = clock.instant();
        var given = Pending.first(participant, now).vouch(offer.session(), offer.seats(), now);
        return enrol(transitions.first(offer.session(), given.next()), given, offer, by);
    }

    /** Registers somebody who has cancelled. */
    WriteOutcome enrolAnew(Cancelled before, Participant participant, Offer offer, Organiser by) {
        var given = before.enrol(participant, offer.session(), offer.seats(), clock.instant());
        return enrol(transitions.of(offer.session(), before, given.next()), given, offer, by);
    }

    private WriteOutcome enrol(
            Transitions.Transition transition, Confirmation.Given given, Offer offer, Organiser by) {
        return transition.seats(offer.seats(), given)
                .mail(token -> mails.added(given.next(), offer.session(), token))
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
