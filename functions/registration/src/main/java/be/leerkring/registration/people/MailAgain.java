package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.ConfirmRequests;
import be.leerkring.registration.Destination;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.PersonLog;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.WaitingListMails;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Ongoing;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Mails somebody once more what their registration is, with a fresh link: whoever lost a mail asks an organiser. */
@Singleton
final class MailAgain {

    private final Table table;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Links links;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final WaitingListMails waitingListMails;
    private final MyLink myLink;
    private final PersonLog log;
    private final Clock clock;

    MailAgain(
            Table table,
            Sessions sessions,
            Registrations registrations,
            Links links,
            Outbox outbox,
            RegistrationMails mails,
            WaitingListMails waitingListMails,
            MyLink myLink,
            PersonLog log,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.registrations = registrations;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.waitingListMails = waitingListMails;
        this.myLink = myLink;
        this.log = log;
        this.clock = clock;
    }

    /** Somebody who has yet to confirm gets two days more for it. */
    WriteOutcome send(Destination.Found there, Ongoing before, Organiser by) {
        return switch (before.mailAgain(clock.instant())) {
            case Pending next -> askAgain(there, next, by);
            case Holding next ->
                myLink.write(
                        next,
                        there.session(),
                        token -> mail(next, there.session(), token),
                        sessions.unchanged(there.session()),
                        log.entry(by, "person-mailed", before, next));
        };
    }

    private WriteOutcome askAgain(Destination.Found there, Pending next, Organiser by) {
        var link = links.issue(ConfirmRequests.CONFIRM, next.participant().subject(), next.lapses());
        return table.write(List.of(
                registrations.put(next, there.session()),
                link.write(),
                outbox.put(mails.confirmRequest(next, there.session(), link.token())),
                sessions.unchanged(there.session()),
                log.entry(by, "person-mailed", there.registration(), next)));
    }

    private Mail mail(Holding registration, Session session, Token token) {
        return switch (registration) {
            case Confirmed confirmed -> mails.confirmed(confirmed, session, token);
            case Waiting waiting -> mails.waiting(waiting, session, token);
            case Offered offered -> waitingListMails.offer(offered, session, token);
        };
    }
}
