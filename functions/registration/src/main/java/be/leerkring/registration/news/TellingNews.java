package be.leerkring.registration.news;

import be.leerkring.network.mailing.Mailing;
import be.leerkring.network.mailing.Mailings;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Readers;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.session.News;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.need.KeptNeeds;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells those who come, or would, that a session moved or does not take place. It follows the table's stream: whoever
 * changes a session need not know who is told.
 */
@Singleton
public final class TellingNews {

    /** What the mailings are called; the session's sequence tells them apart. */
    public static final String KIND = "news";

    private final Sessions sessions;
    private final Mailings mailings;
    private final Outbox outbox;
    private final SessionMails mails;
    private final MyLink myLink;
    private final KeptNeeds keptNeeds;

    TellingNews(
            Sessions sessions, Mailings mailings, Outbox outbox, SessionMails mails, MyLink myLink,
            KeptNeeds keptNeeds) {
        this.sessions = sessions;
        this.mailings = mailings;
        this.outbox = outbox;
        this.mails = mails;
        this.myLink = myLink;
        this.keptNeeds = keptNeeds;
    }

    /** Tells what is new since the last time, as far as the run's time goes. */
    public void tell(Session session, Run run) {
        if (session.sequence() > 0) {
            mailings.finish(key(session), key -> Optional.of(mailing(session, key)), run);
        }
    }

    /** Tells what was left half-way, if it is still what there is to tell. */
    public void finish(Mark.MailingKey key, Run run) {
        mailings.finish(
                key,
                _ -> sessions.find(key.session())
                        .filter(session -> session.sequence() == key.number())
                        .map(session -> mailing(session, key)),
                run);
    }

    private Mailing<Registration> mailing(Session session, Mark.MailingKey key) {
        return new Mailing<>(
                session,
                key,
                new Readers.Everybody(),
                Registrations::read,
                registration -> concerned(registration, session).isPresent(),
                registration -> concerned(registration, session)
                        .map(holding -> mail(holding, session))
                        .orElseThrow());
    }

    /** Where a mailing of this session's last news stands. */
    static Mark.MailingKey key(Session session) {
        return new Mark.MailingKey(session.id(), KIND, session.sequence());
    }

    /**
     * Whoever holds something; but who confirmed since has seen it as it is, and where one joins online is for those
     * who have a seat.
     */
    static Optional<Holding> concerned(Registration registration, Session session) {
        return registration instanceof Holding holding
                && holding.since().isBefore(session.changed())
                && (holding instanceof Confirmed || !News.isOfTheLinkAlone(session))
                        ? Optional.of(holding)
                        : Optional.empty();
    }

    private List<Write> mail(Holding registration, Session session) {
        var writes = new ArrayList<>(keptNeeds.follow(registration, session));
        writes.addAll(session.cancelled()
                ? List.of(outbox.put(mails.calledOff(registration, session)))
                : myLink.mail(registration, session, token -> mails.moved(registration, session, token)));
        return writes;
    }
}
