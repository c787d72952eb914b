package be.leerkring.registration.signup;

import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.ConfirmRequests;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Registration;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
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

    private WriteOutcome decide(Destination.Found there, Registration.Confirmation confirmation) {
        return switch (confirmation) {
            case Registration.Confirmation.Seated(var next) -> seat(next, there);
            case Registration.Confirmation.Lined(var next) -> line(next, there);
            case Registration.Confirmation.TakenOver(var next, var giver) -> takeOver(next, giver, there);
            case Registration.Confirmation.Already() -> new WriteOutcome.Written();
            case Registration.Confirmation.Gone() -> new WriteOutcome.Written();
            case Registration.Confirmation.TooLate() -> new WriteOutcome.Written();
        };
    }

    /** Refused when the session was moved or called off since: whoever confirms has to have seen it as it is. */
    private WriteOutcome seat(Registration next, Destination.Found there) {
        var session = there.session();
        return myLink.write(
                next,
                session,
                token -> mails.confirmed(next, session, token),
                seatCounts.take(session.id(), there.seats(), next.place(), session.admission()),
                sessions.unchanged(session));
    }

    private WriteOutcome line(Registration next, Destination.Found there) {
        var session = there.session();
        return myLink.write(
                next,
                session,
                token -> mails.waiting(next, session, token),
                seatCounts.join(session.id(), there.seats(), next.place()),
                sessions.unchanged(session));
    }

    /** Whose colleague no longer has the seat, or works elsewhere by now, is as good as anybody else. */
    private WriteOutcome takeOver(Registration next, String giver, Destination.Found there) {
        var session = there.session();
        var gives = registrations
                .find(session.id(), giver)
                .filter(other -> other.state() == RegistrationState.CONFIRMED)
                .filter(other -> there.seats().areOfOne(other.place(), next.place()));
        return gives.map(other -> pass(other, next, there)).orElseGet(() -> alone(there));
    }

    private WriteOutcome pass(Registration giver, Registration next, Destination.Found there) {
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

    private WriteOutcome alone(Destination.Found there) {
        return there.registration().state() == RegistrationState.WAITING
                ? table.write(List.of(registrations.put(there.registration().withoutGiver(), there.session())))
                : decide(there, there.registration().seatOrLine(there.session(), there.seats(), clock.instant()));
    }

}
