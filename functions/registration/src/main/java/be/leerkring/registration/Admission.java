package be.leerkring.registration;

import be.leerkring.network.Participants;
import be.leerkring.network.RegistrationState;
import be.leerkring.network.SeatCounts;
import be.leerkring.network.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Who gets a seat, and who a place in line: the registration, the seats and the mail change in one transaction, so that
 * nobody is told what isn't so.
 */
@Singleton
final class Admission {

    private final Table table;
    private final Destinations destinations;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final MyLink myLink;
    private final Clock clock;

    Admission(
            Table table,
            Destinations destinations,
            SeatCounts seatCounts,
            Registrations registrations,
            Outbox outbox,
            RegistrationMails mails,
            MyLink myLink,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.seatCounts = seatCounts;
        this.registrations = registrations;
        this.outbox = outbox;
        this.mails = mails;
        this.myLink = myLink;
        this.clock = clock;
    }

    /** Confirms, as far as that is possible; where the link leads afterwards says what came of it. */
    void confirm(Token token) {
        destinations.decide(token, SignUp.CONFIRM, there -> {
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

    private WriteOutcome seat(Registration next, Destination.Found there) {
        var session = there.session();
        var link = myLink.issue(next, session);
        return table.write(List.of(
                registrations.put(next, session),
                seatCounts.take(session.id(), there.seats(), next.place(), session.admission()),
                link.write(),
                outbox.put(mails.confirmed(next, session, link.token()))));
    }

    private WriteOutcome line(Registration next, Destination.Found there) {
        var session = there.session();
        var link = myLink.issue(next, session);
        return table.write(List.of(
                registrations.put(next, session),
                seatCounts.join(session.id(), there.seats(), next.place()),
                link.write(),
                outbox.put(mails.waiting(next, session, link.token()))));
    }

    /** Whose colleague no longer has the seat, or works elsewhere by now, is as good as anybody else. */
    private WriteOutcome takeOver(Registration next, String giver, Destination.Found there) {
        var session = there.session();
        var gives = registrations
                .find(session.id(), giver)
                .filter(other -> other.state() == RegistrationState.CONFIRMED)
                .filter(other -> other.place().organisation().equals(next.place().organisation()));
        return gives.map(other -> pass(other, next, there)).orElseGet(() -> alone(there));
    }

    private WriteOutcome pass(Registration giver, Registration next, Destination.Found there) {
        var session = there.session();
        var link = myLink.issue(next, session);
        var left = giver.passOn(clock.instant());
        return table.write(List.of(
                registrations.put(left, session),
                registrations.put(next, session),
                seatCounts.put(session.id(), there.seats().pass(giver.place(), next.place())),
                link.write(),
                outbox.put(mails.confirmed(next, session, link.token())),
                outbox.put(mails.passedOn(left, session, next.participant().name()))));
    }

    private WriteOutcome alone(Destination.Found there) {
        return there.registration().state() == RegistrationState.WAITING
                ? table.write(List.of(registrations.put(there.registration().withoutGiver(), there.session())))
                : decide(there, there.registration().seatOrLine(there.session(), there.seats(), clock.instant()));
    }

    /** Gives the organiser's consent to somebody who waits for it: with a seat, or with a place in line. */
    void approve(String session, String person) {
        destinations.decide(new Participants.Subject(session, person), there -> {
            var registration = there.registration();
            return registration.state() == RegistrationState.WAITING && !registration.approved()
                    ? approve(there)
                    : new WriteOutcome.Written();
        });
    }

    private WriteOutcome approve(Destination.Found there) {
        var session = there.session();
        var place = there.registration().place().asApproved();
        var seats = there.seats().replace(place);
        return seats.next(session.admission()).filter(place::equals).isPresent() && session.isToCome(clock.instant())
                ? seatApproved(there, session)
                : lineApproved(there, session);
    }

    private WriteOutcome seatApproved(Destination.Found there, Session session) {
        var next = there.registration().approve(RegistrationState.CONFIRMED, clock.instant());
        var link = myLink.issue(next, session);
        return table.write(List.of(
                registrations.put(next, session),
                seatCounts.put(session.id(), there.seats().take(next.place())),
                link.write(),
                outbox.put(mails.confirmed(next, session, link.token()))));
    }

    private WriteOutcome lineApproved(Destination.Found there, Session session) {
        var next = there.registration().approve(RegistrationState.WAITING, clock.instant());
        var link = myLink.issue(next, session);
        return table.write(List.of(
                registrations.put(next, session),
                seatCounts.put(session.id(), there.seats().replace(next.place())),
                link.write(),
                outbox.put(mails.waiting(next, session, link.token()))));
    }
}
