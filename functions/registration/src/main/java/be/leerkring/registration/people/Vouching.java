package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.Participant;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.form.FormPage;
import be.leerkring.registration.need.Needs;
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

    /** Registers somebody who is not registered, and told an organiser what they need; their own forms give way. */
    WriteOutcome enrol(
            Participant participant, Mailboxes.Seen seen, FormPage formPage, Needs needs, Organiser by) {
        var session = formPage.session();
        var now = clock.instant();
        var first = Pending.first(participant, now);
        var given = first.with(first.core().needing(!needs.isEmpty())).vouch(session, formPage.seats(), now);
        var added = transitions.first(session, given.next());
        return (needs.isEmpty() ? added : added.needs(needs))
                .seats(formPage.seats(), given)
                .mail(token -> mails.added(given.next(), session, token))
                .asSeen()
                .known(seen)
                .log(by, "person-added")
                .write();
    }

    /** Confirms in the stead of somebody who has yet to do it. */
    WriteOutcome confirm(Destination.Found there, Pending before, Mailboxes.Seen seen, Organiser by) {
        var session = there.session();
        var given = before.vouch(session, there.seats(), clock.instant());
        return transitions.of(there, given.next())
                .seats(there.seats(), given)
                .mail(token -> mails.vouched(given.next(), session, token))
                .asSeen()
                .known(seen)
                .log(by, "person-confirmed")
                .write();
    }
}
