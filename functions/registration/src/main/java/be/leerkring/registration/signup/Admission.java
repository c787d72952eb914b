package be.leerkring.registration.signup;

import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.ConfirmRequests;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Confirmable;
import be.leerkring.registration.state.Confirmation;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Who gets a seat, and who a place in line: the registration, the seats and the mail change in one transaction, so that
 * nobody is told what isn't so.
 */
@Singleton
public final class Admission {

    private final Table table;
    private final Destinations destinations;
    private final Sessions sessions;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final MyLink myLink;
    private final Clock clock;

    Admission(
            Table table,
            Destinations destinations,
            Sessions sessions,
            SeatCounts seatCounts,
            Registrations registrations,
            Outbox outbox,
            RegistrationMails mails,
            MyLink myLink,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.sessions = sessions;
        this.seatCounts = seatCounts;
        this.registrations = registrations;
        this.outbox = outbox;
        this.mails = mails;
        this.myLink = myLink;
        this.clock = clock;
    }

    /** Confirms, as far as that is possible; where the link leads afterwards says what came of it. */
    public void confirm(Token token) {
        destinations.decide(token, ConfirmRequests.CONFIRM, there -> {
            var registration = there.registration();
            return decide(there, registration.confirm(there.session(), there.seats(), clock.instant()));
        });
    }

    private WriteOutcome decide(Destination.Found there, Confirmation confirmation) {
        return switch (confirmation) {
            case Confirmation.Seated(var next) -> seat(next, there);
            case Confirmation.Lined(var next) -> line(next, there);
            case Confirmation.TakenOver takenOver -> takeOver(takenOver, there);
            case Confirmation.Already() -> new WriteOutcome.Written();
            case Confirmation.Gone() -> new WriteOutcome.Written();
            case Confirmation.TooLate() -> new WriteOutcome.Written();
        };
    }

    /** Refused when the session was moved or called off since: whoever confirms has to have seen it as it is. */
    private WriteOutcome seat(Confirmed next, Destination.Found there) {
        var session = there.session();
        return myLink.write(
                next,
                session,
                token -> mails.confirmed(next, session, token),
                seatCounts.take(session.id(), there.seats(), next.place(), session.admission()),
                sessions.unchanged(session));
    }

    private WriteOutcome line(Waiting next, Destination.Found there) {
        var session = there.session();
        return myLink.write(
                next,
                session,
                token -> mails.waiting(next, session, token),
                seatCounts.join(session.id(), there.seats(), next.place()),
                sessions.unchanged(session));
    }

    /** Whose colleague no longer has the seat, or works elsewhere by now, is as good as anybody else. */
    private WriteOutcome takeOver(Confirmation.TakenOver takenOver, Destination.Found there) {
        var next = takenOver.next();
        var other = registrations.find(there.session().id(), takenOver.giver());
        return other.isPresent()
                && other.get() instanceof Confirmed giver
                && there.seats().areOfOne(giver.place(), next.place())
                        ? pass(giver, next, there)
                        : alone(takenOver.from(), there);
    }

    private WriteOutcome pass(Confirmed giver, Confirmed next, Destination.Found there) {
        var session = there.session();
        var left = giver.passOn(clock.instant());
        return myLink.write(
                next,
                session,
                token -> mails.confirmed(next, session, token),
                registrations.put(left, session),
                seatCounts.put(session.id(), there.seats().pass(giver.place(), next.place())),
                sessions.unchanged(session),
                outbox.put(mails.passedOn(left, session, next.participant().name())));
    }

    private WriteOutcome alone(Confirmable from, Destination.Found there) {
        return switch (from) {
            case Waiting waiting -> table.write(List.of(registrations.put(waiting.withoutGiver(), there.session())));
            case Pending pending ->
                decide(there, pending.seatOrLine(there.session(), there.seats(), clock.instant()));
        };
    }
}
