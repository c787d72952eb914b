package be.leerkring.registration;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.need.KeptNeeds;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.state.Confirmable;
import be.leerkring.registration.state.Confirmation;
import be.leerkring.registration.state.Registration;
import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes what a registration has become, with all that has to be true together with it: the seats, the mail that says
 * so, the entry in the log. It is one transaction, and it is refused when the registration or the seats changed since
 * they were read.
 */
@Singleton
public final class Transitions {

    private final Table table;
    private final Registrations registrations;
    private final SeatCounts seatCounts;
    private final Sessions sessions;
    private final Mailboxes mailboxes;
    private final Links links;
    private final Outbox outbox;
    private final MyLink myLink;
    private final KeptNeeds keptNeeds;
    private final PersonLog log;

    Transitions(
            Table table, Registrations registrations, SeatCounts seatCounts, Sessions sessions, Mailboxes mailboxes,
            Links links, Outbox outbox, MyLink myLink, KeptNeeds keptNeeds, PersonLog log) {
        this.table = table;
        this.registrations = registrations;
        this.seatCounts = seatCounts;
        this.sessions = sessions;
        this.mailboxes = mailboxes;
        this.links = links;
        this.outbox = outbox;
        this.myLink = myLink;
        this.keptNeeds = keptNeeds;
        this.log = log;
    }

    /** From the registration that was found to its next. */
    public Transition of(Destination.Found there, Registration next) {
        return of(there.session(), there.registration(), next);
    }

    /** From one registration for this session to its next. */
    public Transition of(Session session, Registration before, Registration next) {
        return new Transition(session, Optional.of(before), next, registrations.put(next, session))
                .and(keptNeeds.follow(before, next, session));
    }

    /** To the first registration of a form. */
    public Transition first(Session session, Registration first) {
        return new Transition(session, Optional.empty(), first, registrations.putFirst(first, session));
    }

    /** From the registration that was found to none. */
    public Transition erase(Destination.Found there) {
        var last = there.registration();
        return new Transition(there.session(), Optional.of(last), last, registrations.delete(last))
                .and(keptNeeds.leave(last));
    }

    /** What is written, as it is put together. */
    public final class Transition {

        private final Session session;
        private final Optional<Registration> before;
        private final Registration next;
        private final List<Write> writes = new ArrayList<>();

        private Transition(Session session, Optional<Registration> before, Registration next, Write registration) {
            this.session = session;
            this.before = before;
            this.next = next;
            writes.add(registration);
        }

        /** What the person needs is this. */
        public Transition needs(Needs said) {
            writes.removeIf(write -> write.key().equals(keptNeeds.key(next)));
            return and(keptNeeds.put(next, session, said));
        }

        /** The seats have become these. */
        public Transition seats(Seats changed) {
            return and(seatCounts.put(session, changed));
        }

        /** The person gets what the session's rules gave: a seat at once, or the last place in line. */
        public Transition seats(Seats read, Confirmation.Given given) {
            return switch (given) {
                case Confirmation.Seated(var seated) ->
                    and(seatCounts.take(session, read, seated.place(), session.admission()));
                case Confirmation.Lined(var lined) -> lastInLine(read);
            };
        }

        /** The person gets the last place in line, of these seats as they were read. */
        public Transition lastInLine(Seats read) {
            return and(seatCounts.join(session, read, next.place()));
        }

        /** It is refused when the session was moved or called off since it was read. */
        public Transition asSeen() {
            return and(sessions.unchanged(session));
        }

        /** The person is mailed this. */
        public Transition mail(Mail mail) {
            return and(outbox.put(mail));
        }

        /** The person is mailed this, with a fresh link to their own registration. */
        public Transition mail(Function<Token, Mail> mail) {
            writes.addAll(myLink.mail(next, session, mail));
            return this;
        }

        /** The address leads to the registration until it lapses, whether its mail can leave or not. */
        public Transition leadTo(Mailbox mailbox, Confirmable asked) {
            return and(mailboxes.put(mailbox.with(asked.participant(), asked.lapses())));
        }

        /** This is mailed between these moments. */
        public Transition hold(Mail mail, Instant from, Instant until) {
            return and(outbox.hold(mail, from, until));
        }

        /** The person is mailed this between these moments, with a fresh link to their own registration. */
        public Transition mail(Instant from, Instant until, Function<Token, Mail> mail) {
            writes.addAll(myLink.mail(next, session, from, until, mail));
            return this;
        }

        /** The person is mailed this from that moment on, with a link to confirm with, while that works. */
        public Transition ask(Confirmable asked, Instant from, Function<Token, Mail> mail) {
            var link = links.issue(Destinations.CONFIRM, asked.participant().subject(), asked.lapses());
            return and(link.write(), outbox.hold(mail.apply(link.token()), from, asked.lapses()));
        }

        /**
         * The person is known to come: the address leads to the registration as long as it is kept, and their other
         * forms give way.
         */
        public Transition known(Mailboxes.Seen seen) {
            var participant = next.participant();
            writes.addAll(mailboxes.put(seen.mailbox().with(participant, session.forgottenAt())));
            seen.namesakes(participant.name())
                    .givingWay(participant.person())
                    .forEach(form -> {
                        writes.add(registrations.delete(form));
                        writes.addAll(keptNeeds.leave(form));
                        writes.addAll(RegistrationMails.takeBack(form));
                    });
            return this;
        }

        /**
         * The person is reached elsewhere from now on: this mailbox leads to the registration no longer, and no link
         * works that was mailed before.
         *
         * @param spared the links that go on to work, such as the one by which the person asks for it
         */
        public Transition leaves(Mailbox left, List<Key> spared) {
            var participant = next.participant();
            writes.addAll(myLink.end(participant, spared));
            var key = new PersonKey(participant.session(), participant.person());
            return and(mailboxes.put(left.without(List.of(key))));
        }

        /** The session's log says what an organiser put right about the person, and not what it was or is. */
        public Transition logCorrected(Organiser by, List<String> fields) {
            return and(log.corrected(by, next, fields));
        }

        /** The session's log says what an organiser did, and what became of the state. */
        public Transition log(Organiser by, String what) {
            return and(
                    before.map(known -> log.entry(by, what, known, next)).orElseGet(() -> log.added(by, what, next)));
        }

        /** The session's log says who was marked at the door, and as what. */
        public Transition logMark(Organiser by, String what) {
            return and(log.mark(by, what, before.orElse(next), next));
        }

        /** Something else is written with it, or insisted on. */
        public Transition and(Write... others) {
            writes.addAll(List.of(others));
            return this;
        }

        /** The same, of many. */
        public Transition and(Collection<Write> others) {
            writes.addAll(others);
            return this;
        }

        /** Another registration's transition is written with it. */
        public Transition and(Transition other) {
            writes.addAll(other.writes);
            return this;
        }

        /** How many items it writes or insists on, so far. */
        public int size() {
            return writes.size();
        }

        /** Writes all of it or nothing, once: it is refused, too, where another transaction holds one of the items. */
        @CheckReturnValue
        public WriteOutcome writeUnlessHeld() {
            return table.writeUnlessHeld(writes);
        }

        /** Writes all of it or nothing. */
        @CheckReturnValue
        public WriteOutcome write() {
            return table.write(writes);
        }
    }
}
