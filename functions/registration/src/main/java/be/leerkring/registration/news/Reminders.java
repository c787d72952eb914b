package be.leerkring.registration.news;

import be.leerkring.network.participant.Participants;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reminds those who did not confirm, and those who come. The mails' keys keep anybody from being reminded twice. */
@Singleton
public final class Reminders {

    private final Table table;
    private final Sessions sessions;
    private final Destinations destinations;
    private final Registrations registrations;
    private final Links links;
    private final Outbox outbox;
    private final RegistrationMails registrationMails;
    private final SessionMails sessionMails;
    private final MyLink myLink;
    private final NetworkTime time;
    private final Clock clock;

    Reminders(
            Table table,
            Sessions sessions,
            Destinations destinations,
            Registrations registrations,
            Links links,
            Outbox outbox,
            RegistrationMails registrationMails,
            SessionMails sessionMails,
            MyLink myLink,
            NetworkTime time,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.destinations = destinations;
        this.registrations = registrations;
        this.links = links;
        this.outbox = outbox;
        this.registrationMails = registrationMails;
        this.sessionMails = sessionMails;
        this.myLink = myLink;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Reminds somebody to confirm, who has not for a day; not where that can't be done any more, and not those whom a
     * colleague named: they did not ask for mail.
     */
    public void remindToConfirm(Participants.Subject subject) {
        destinations.decide(subject, there -> {
            var now = clock.instant();
            if (!(there.registration() instanceof Pending pending)
                    || pending.due().filter(due -> !now.isBefore(due)).isEmpty()) {
                return new WriteOutcome.Written();
            }
            var next = pending.remind();
            if (pending.passedBy().isPresent()
                    || !now.isBefore(pending.lapses())
                    || !there.session().isToCome(now)) {
                return table.write(List.of(registrations.put(next, there.session())));
            }
            var link = links.issue(Destinations.CONFIRM, next.participant().subject(), next.lapses());
            return table.write(List.of(
                    registrations.put(next, there.session()),
                    link.write(),
                    outbox.put(registrationMails.confirmReminder(next, there.session(), link.token()))));
        });
    }

    /** Reminds those who come to one of these sessions, if it is time. */
    public void remindOf(List<Session> coming) {
        var now = clock.instant();
        var near = coming.stream().flatMap(session -> due(session, now)).toList();
        if (near.isEmpty()) {
            return;
        }
        var done = table.read(near.stream().map(Due::marker).toList());
        near.stream().filter(due -> !done.containsKey(due.marker())).forEach(this::remind);
    }

    private record Due(Session session, Reminder reminder) {

        /** Says that everybody was reminded, so that the next runs need not look at each of them. */
        Key marker() {
            return new Key(
                    Sessions.partition(session.id()),
                    "REMINDED#" + reminder.purpose() + "#" + session.start().getEpochSecond());
        }
    }

    private Stream<Due> due(Session session, Instant now) {
        return Arrays.stream(Reminder.values())
                .filter(reminder -> reminder.isDue(session, time, now))
                .map(reminder -> new Due(session, reminder));
    }

    /** The index knows a session without its details; the mail shows them. */
    private void remind(Due due) {
        var session = sessions.find(due.session().id())
                .filter(found -> due.reminder().isDue(found, time, clock.instant()));
        session.ifPresent(found -> {
            registrations
                    .now(found.id())
                    .filter(Confirmed.class::isInstance)
                    .filter(registration -> registration.since().isBefore(due.reminder().due(found, time)))
                    .forEach(registration -> remind(registration, found, due.reminder()));
            table.attempt(List.of(Write.put(Item.at(due.marker())
                    .with("expires", Item.seconds(found.end())))));
        });
    }

    /** Refused, and rightly so, where this person was reminded before, or has just cancelled. */
    private void remind(Registration registration, Session session, Reminder reminder) {
        var _ = myLink.tell(
                registration, session, token -> sessionMails.reminder(registration, session, reminder, token));
    }
}
