package be.leerkring.registration;

import be.leerkring.network.Participants;
import be.leerkring.network.SeatCounts;
import be.leerkring.network.Seats;
import be.leerkring.network.Session;
import be.leerkring.network.Sessions;
import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who gets a seat, and who gives it back: the registration, the count of seats and the mail change in one transaction,
 * so that nobody is told what isn't so.
 */
@Singleton
final class Admission {

    /** Only the last seat, and the last place before it, are decided anew: a handful of times in a crowd. */
    private static final int TRIES = 20;

    private final Table table;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Links links;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final MyLink myLink;
    private final Clock clock;

    Admission(
            Table table,
            Sessions sessions,
            SeatCounts seatCounts,
            Registrations registrations,
            Links links,
            Outbox outbox,
            RegistrationMails mails,
            MyLink myLink,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.registrations = registrations;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.myLink = myLink;
        this.clock = clock;
    }

    /** Where a link leads. */
    sealed interface Destination {

        record Found(Session session, Seats seats, Registration registration) implements Destination {}

        /** The link's time is over, or what it led to is. */
        record Gone(Optional<Found> formerly) implements Destination {}

        record Nowhere() implements Destination {}
    }

    /** Follows a link: one round trip, and nothing changes. */
    Destination follow(Token token, String purpose) {
        var subject = token.claimedSubject();
        var dot = subject.lastIndexOf('.');
        if (dot < 0) {
            return new Destination.Nowhere();
        }
        var session = subject.substring(0, dot);
        var person = subject.substring(dot + 1);
        var found = table.read(List.of(
                links.key(token), Participants.key(session, person), sessions.key(session), seatCounts.key(session)));
        var destination = sessions.in(found, session).flatMap(known -> registrations
                .in(found, session, person)
                .map(registration ->
                        new Destination.Found(known, seatCounts.in(found, session), registration)));
        return switch (links.judge(token, purpose, found)) {
            case Link.Valid valid ->
                destination.<Destination>map(there -> there).orElse(new Destination.Gone(Optional.empty()));
            case Link.Expired expired -> new Destination.Gone(destination);
            case Link.Unknown unknown -> new Destination.Nowhere();
        };
    }

    /** Confirms, as far as that is possible; where the link leads afterwards says what came of it. */
    void confirm(Token token) {
        decide(token, SignUp.CONFIRM, there -> {
            return switch (there.registration().confirm(there.session(), there.seats(), clock.instant())) {
                case Registration.Confirmation.Seated(var next) -> seat(next, there.session());
                case Registration.Confirmation.Lined(var next) -> line(next, there.session());
                case Registration.Confirmation.Already() -> true;
                case Registration.Confirmation.Gone() -> true;
                case Registration.Confirmation.TooLate() -> true;
            };
        });
    }

    private boolean seat(Registration next, Session session) {
        var link = myLink.issue(next, session);
        return written(table.write(List.of(
                registrations.put(next, session),
                seatCounts.take(session.id()),
                link.write(),
                outbox.put(mails.confirmed(next, session, link.token())))));
    }

    private boolean line(Registration next, Session session) {
        var link = myLink.issue(next, session);
        return written(table.write(List.of(
                registrations.put(next, session),
                seatCounts.line(session.id()),
                link.write(),
                outbox.put(mails.waiting(next, session, link.token())))));
    }

    /** Cancels, as far as there is something to cancel. */
    void cancel(Token token) {
        decide(token, MyLink.PURPOSE, there -> {
            var session = there.session();
            return switch (there.registration().cancel(session, clock.instant())) {
                case Registration.Cancellation.SeatReleased(var next) ->
                    written(table.write(List.of(
                            registrations.put(next, session),
                            seatCounts.release(session.id()),
                            outbox.put(mails.cancelled(next, session)))));
                case Registration.Cancellation.LineLeft(var next) ->
                    written(table.write(List.of(
                            registrations.put(next, session),
                            seatCounts.leaveLine(session.id()),
                            outbox.put(mails.cancelled(next, session)))));
                case Registration.Cancellation.Already() -> true;
            };
        });
    }

    /** Decides about what a link leads to, anew when something changed between reading and writing. */
    private void decide(Token token, String purpose, Predicate<Destination.Found> decision) {
        for (var tries = 0; tries < TRIES; tries++) {
            if (!(follow(token, purpose) instanceof Destination.Found there) || decision.test(there)) {
                return;
            }
        }
        throw new IllegalStateException("The session's seats changed at each of " + TRIES + " tries");
    }

    private static boolean written(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Written;
    }
}
