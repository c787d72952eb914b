package be.leerkring.registration.own;

import be.leerkring.network.seats.OfferDeadline;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Cancellation;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How a person gets out of it again: the seat or the place in line comes free in the transaction that says so. */
@Singleton
public final class Cancelling {

    private final Destinations destinations;
    private final Transitions transitions;
    private final RegistrationMails mails;
    private final OfferDeadline deadline;
    private final Clock clock;

    Cancelling(
            Destinations destinations,
            Transitions transitions,
            RegistrationMails mails,
            OfferDeadline deadline,
            Clock clock) {
        this.destinations = destinations;
        this.transitions = transitions;
        this.mails = mails;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Cancels, as far as there is something to cancel. */
    public void cancel(Token token) {
        destinations.decide(token, MyLink.PURPOSE, there -> switch (there.registration()
                .cancel(there.session(), clock.instant())) {
            case Cancellation.Left(var from, var next) ->
                leave(there.session(), from.giveBack(there.seats()), from, transitions.of(there, next), next);
            case Cancellation.Already() -> new WriteOutcome.Written();
        });
    }

    private WriteOutcome leave(
            Session session, Seats seats, Holding from, Transitions.Transition transition, Cancelled next) {
        var mail = switch (from) {
            case Confirmed _ -> mails.cancelled(next, session);
            case Offered _ ->
                mails.declined(next, session, deadline.isPassedOn(session, seats, clock.instant()));
            case Waiting _ -> mails.leftLine(next, session);
        };
        return transition.seats(seats).mail(mail).write();
    }
}
