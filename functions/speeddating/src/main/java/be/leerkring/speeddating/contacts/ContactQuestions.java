package be.leerkring.speeddating.contacts;

import be.leerkring.meetings.memory.PeopleMet;
import be.leerkring.network.mailing.Mailing;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Readers;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The mailing that asks whom people would like to meet again. */
@Singleton
final class ContactQuestions {

    private static final String KIND = "contacts";

    private final Links links;
    private final Outbox outbox;
    private final ContactMails mails;

    ContactQuestions(Links links, Outbox outbox, ContactMails mails) {
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
    }

    /** Where it stands how far it is. */
    Mark.MailingKey key(Session session) {
        return new Mark.MailingKey(session.id(), KIND, 1);
    }

    /** To those who met somebody at the session. */
    Mailing<Participant> mailing(Session session, PeopleMet met) {
        return new Mailing<>(
                session,
                key(session),
                new Readers.Everybody(),
                Participant::readFrom,
                participant -> met.has(participant.identity()),
                participant -> mail(participant, session));
    }

    private List<Write> mail(Participant participant, Session session) {
        var link = OwnLink.issue(links, participant, session);
        var writes = new ArrayList<>(outbox.putOptional(mails.question(participant, session, link.token())));
        writes.add(link.write());
        return writes;
    }
}
