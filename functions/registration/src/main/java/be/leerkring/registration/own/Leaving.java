package be.leerkring.registration.own;

import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Registration;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** How a person gets out of it again: the seat or the place in line comes free in the transaction that says so. */
@Singleton
public final class Leaving {

    private final Table table;
    private final Destinations destinations;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final Clock clock;

    Leaving(
            Table table,
            Destinations destinations,
            SeatCounts seatCounts,
            Registrations registrations,
            Outbox outbox,
            RegistrationMails mails,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.seatCounts = seatCounts;
        this.registrations = registrations;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
    }

    /** Cancels, as far as there is something to cancel. */
    public void cancel(Token token) {
        destinations.decide(token, MyLink.PURPOSE, there -> {
            var session = there.session();
            var seats = there.seats();
            var place = there.registration().place();
            return switch (there.registration().cancel(session, clock.instant())) {
                case Registration.Cancellation.SeatReleased(var next) ->
                    leave(there, next, seats.release(place), mails.cancelled(next, session));
                case Registration.Cancellation.OfferDeclined(var next) ->
                    leave(there, next, seats.withdraw(place), mails.declined(next, session));
                case Registration.Cancellation.LineLeft(var next) ->
                    leave(there, next, seats.leave(place.person()), mails.leftLine(next, session));
                case Registration.Cancellation.Already() -> new WriteOutcome.Written();
            };
        });
    }

    private WriteOutcome leave(Destination.Found there, Registration next, Seats seats, Mail mail) {
        return table.write(List.of(
                registrations.put(next, there.session()),
                seatCounts.put(there.session().id(), seats),
                outbox.put(mail)));
    }
}
