package be.leerkring.registration.state;

import be.leerkring.network.participant.Participant;
import be.leerkring.network.seats.Place;
import be.leerkring.network.seats.Seats;
import java.time.Instant;

/**
 * A registration that holds something of the session's seats: a seat, one that is offered, or a place in line. Whatever
 * ends it gives that back in the same transaction, and here stands how.
 */
public sealed interface Holding extends Ongoing permits Confirmed, Waiting, Offered {

    @Override
    Holding with(Core other);

    /** The seats without what this person holds. */
    default Seats giveBack(Seats seats) {
        return switch (this) {
            case Confirmed _ -> seats.release(place());
            case Offered _ -> seats.withdraw(place());
            case Waiting _ -> seats.leave(participant().person());
        };
    }

    /** The seats where this person holds the same for another organisation. */
    default Seats exchange(Seats seats, Place next) {
        return switch (this) {
            case Confirmed _ -> seats.pass(place(), next);
            case Offered _ -> seats.exchangeOffer(place(), next);
            case Waiting _ -> seats.replace(next);
        };
    }

    /** The person does not want it any more. */
    default Cancelled leave(Instant now) {
        var how = switch (this) {
            case Confirmed _,Waiting _ -> Cancelled.Ending.OWN;
            case Offered _ -> Cancelled.Ending.DECLINED;
        };
        return new Cancelled(core().next(now), how, "");
    }

    /** With other details of the same person. */
    default Holding describe(Participant details) {
        return with(core().next().of(details));
    }
}
