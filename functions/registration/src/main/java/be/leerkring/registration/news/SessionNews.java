package be.leerkring.registration.news;

import be.leerkring.network.participant.Participants;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Tells those who come, or would, that a session moved or does not take place. It follows the table's stream: whoever
 * changes a session need not know who is told, and being cut off half-way tells nobody twice and leaves nobody out.
 */
@Singleton
public final class SessionNews {

    private final Table table;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Participants participants;
    private final Outbox outbox;
    private final SessionMails mails;
    private final MyLink myLink;

    SessionNews(
            Table table,
            Sessions sessions,
            Registrations registrations,
            Participants participants,
            Outbox outbox,
            SessionMails mails,
            MyLink myLink) {
        this.table = table;
        this.sessions = sessions;
        this.registrations = registrations;
        this.participants = participants;
        this.outbox = outbox;
        this.mails = mails;
        this.myLink = myLink;
    }

    /** Tells what is new since the last time. */
    public void tell(String id) {
        var marker = new Key(Sessions.partition(id), "TOLD");
        var found = table.read(List.of(sessions.key(id), marker));
        var told = found.containsKey(marker) ? found.get(marker).count("sequence") : 0;
        sessions.in(found, id).filter(session -> session.sequence() > told).ifPresent(session -> {
            registrations.now(id).filter(registration -> concerns(registration, session))
                    .forEach(registration -> tell(registration, session));
            table.attempt(List.of(Write.put(Item.at(marker).with("sequence", session.sequence()))));
        });
    }

    /** Whoever confirmed since has seen it as it is. */
    static boolean concerns(Registration registration, Session session) {
        return registration instanceof Holding && registration.since().isBefore(session.changed());
    }

    /** Whose state changed in between is looked at again; who was told before is not told twice. */
    private void tell(Registration registration, Session session) {
        var current = Optional.of(registration);
        while (current.filter(known -> concerns(known, session)).isPresent()
                && write(current.get(), session) instanceof WriteOutcome.Refused(var conditions)
                && conditions.contains(0)) {
            var participant = registration.participant();
            current = registrations.find(participant.session(), participant.person());
        }
    }

    private WriteOutcome write(Registration registration, Session session) {
        return session.cancelled()
                ? table.write(
                        List.of(
                                participants.still(registration.participant()),
                                outbox.put(mails.calledOff(registration, session))))
                : myLink.tell(registration, session, token -> mails.moved(registration, session, token));
    }
}
