package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.WaitingListMails;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Ongoing;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Mails somebody once more what their registration is, with a fresh link: whoever lost a mail asks an organiser. */
@Singleton
final class MailingAgain {

    private final Mailboxes mailboxes;
    private final Transitions transitions;
    private final RegistrationMails mails;
    private final WaitingListMails waitingListMails;
    private final Clock clock;

    MailingAgain(
            Mailboxes mailboxes,
            Transitions transitions,
            RegistrationMails mails,
            WaitingListMails waitingListMails,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.transitions = transitions;
        this.mails = mails;
        this.waitingListMails = waitingListMails;
        this.clock = clock;
    }

    /** Somebody who has yet to confirm gets two days more for it. */
    WriteOutcome send(Destination.Found there, Ongoing before, Organiser by) {
        var session = there.session();
        var next = before.mailAgain(clock.instant());
        var transition = transitions.of(there, next).asSeen().log(by, "person-mailed");
        return switch (next) {
            case Pending pending -> ask(pending, there, transition);
            case Confirmed confirmed -> transition.mail(token -> mails.confirmed(confirmed, session, token)).write();
            case Waiting waiting ->
                transition.mail(token -> mails.waiting(
                        waiting, session, waiting.outlook(session, there.seats()), token)).write();
            case Offered offered -> transition.mail(token -> waitingListMails.offer(offered, session, token)).write();
        };
    }

    private WriteOutcome ask(Pending pending, Destination.Found there, Transitions.Transition transition) {
        var session = there.session();
        var outlook = pending.outlook(session, there.seats());
        var seen = mailboxes.look(pending.participant());
        var others = seen.others(pending.participant().name());
        return transition.leadTo(seen.mailbox(), pending)
                .ask(pending, clock.instant(), token -> mails.confirmRequest(pending, session, outlook, token, others))
                .write();
    }
}
