package be.leerkring.registration.news;

import be.leerkring.network.mailing.Mailing;
import be.leerkring.network.mailing.Mailings;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.mailing.Readers;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.limits.UnprovenMails;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.time.WorkingHours;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reminds those who did not confirm, and those who come. */
@Singleton
public final class Reminding {

    private final Table table;
    private final Sessions sessions;
    private final Destinations destinations;
    private final Registrations registrations;
    private final Mailboxes mailboxes;
    private final Links links;
    private final UnprovenMails unproven;
    private final Outbox outbox;
    private final RegistrationMails registrationMails;
    private final SessionMails sessionMails;
    private final MyLink myLink;
    private final Marks marks;
    private final Mailings mailings;
    private final WorkingHours hours;
    private final Clock clock;

    Reminding(
            Table table,
            Sessions sessions,
            Destinations destinations,
            Registrations registrations,
            Mailboxes mailboxes,
            Links links,
            UnprovenMails unproven,
            Outbox outbox,
            RegistrationMails registrationMails,
            SessionMails sessionMails,
            MyLink myLink,
            Marks marks,
            Mailings mailings,
            WorkingHours hours,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.destinations = destinations;
        this.registrations = registrations;
        this.mailboxes = mailboxes;
        this.links = links;
        this.unproven = unproven;
        this.outbox = outbox;
        this.registrationMails = registrationMails;
        this.sessionMails = sessionMails;
        this.myLink = myLink;
        this.marks = marks;
        this.mailings = mailings;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * Reminds somebody to confirm, who has not for a day; not where that can't be done any more, nor of a form that
     * they filled in anew, nor where their mailbox gets no more mail now, and not those whom a colleague named: they
     * did not ask for mail.
     */
    public void remindToConfirm(PersonKey subject) {
        destinations.decide(subject, there -> {
            var now = clock.instant();
            if (!(there.registration() instanceof Pending pending)
                    || pending.due().filter(due -> !now.isBefore(due)).isEmpty()) {
                return new WriteOutcome.Written();
            }
            var next = pending.remind();
            if (pending.passedBy().isPresent()
                    || !now.isBefore(pending.lapses())
                    || !there.session().isToCome(now)
                    || hasNewerForm(pending)) {
                return table.write(List.of(registrations.put(next, there.session())));
            }
            var asking = unproven.reminding(next.participant().email(), there.session().id());
            var leave = unproven.leave(asking, table.read(unproven.keys(asking)));
            if (leave.at().isAfter(now)) {
                return table.write(List.of(registrations.put(next, there.session())));
            }
            var link = links.issue(Destinations.CONFIRM, next.participant().subject(), next.lapses());
            var writes = new ArrayList<>(leave.writes());
            writes.add(registrations.put(next, there.session()));
            writes.add(link.write());
            writes.add(outbox.hold(
                    registrationMails.confirmReminder(
                            next, there.session(), next.outlook(there.session(), there.seats()), link.token()),
                    now, next.lapses()));
            return table.write(writes);
        });
    }

    private boolean hasNewerForm(Pending pending) {
        var participant = pending.participant();
        return mailboxes.look(participant).namesakes(participant.name()).all().stream()
                .anyMatch(other -> other.asked().isAfter(pending.asked()));
    }

    /** Reminds those who come to one of these sessions, if it is time, and as far as the run's time goes. */
    public void remindOf(List<Session> coming, Run run) {
        var now = clock.instant();
        var due = coming.stream()
                .flatMap(session -> Arrays.stream(Reminder.values())
                        .filter(reminder -> reminder.isDue(session, hours, now))
                        .map(reminder -> key(session, reminder)))
                .toList();
        var found = table.read(due.stream().map(marks::key).toList());
        due.stream()
                .map(key -> marks.in(found, key))
                .filter(mark -> !mark.done())
                .forEach(mark -> mailing(mark.key()).ifPresent(mailing -> mailings.goOn(mailing, mark, run)));
    }

    /** Reminds those who were left half-way, if it is still time. */
    public void finish(Mark.MailingKey key, Run run) {
        mailings.finish(key, this::mailing, run);
    }

    /** One of each kind for each start that the session has. */
    private static Mark.MailingKey key(Session session, Reminder reminder) {
        return new Mark.MailingKey(session.id(), reminder.purpose(), session.start().getEpochSecond());
    }

    /** The index knows a session without its details; the mail shows them. */
    private Optional<Mailing<Registration>> mailing(Mark.MailingKey key) {
        var reminder = Reminder.with(key.kind()).orElseThrow();
        return sessions.find(key.session())
                .filter(session -> key(session, reminder).equals(key))
                .filter(session -> reminder.isDue(session, hours, clock.instant()))
                .map(session -> new Mailing<>(
                        session,
                        key,
                        new Readers.Everybody(),
                        Registrations::read,
                        registration -> registration instanceof Confirmed
                                && registration.since().isBefore(reminder.due(session, hours)),
                        registration -> myLink.mail(
                                registration,
                                session,
                                token -> sessionMails.reminder(registration, session, reminder, token))));
    }
}
