package be.leerkring.registration.own;

import be.leerkring.network.seats.SeatCounts;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.state.Taking;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How a person takes the seat that is held for them. */
@Singleton
public final class TakingSeat {

    private final Destinations destinations;
    private final SeatCounts seatCounts;
    private final RegistrationMails mails;
    private final MyLink myLink;
    private final Clock clock;

    TakingSeat(Destinations destinations, SeatCounts seatCounts, RegistrationMails mails, MyLink myLink, Clock clock) {
        this.destinations = destinations;
        this.seatCounts = seatCounts;
        this.mails = mails;
        this.myLink = myLink;
        this.clock = clock;
    }

    /** Takes the seat that is held, as far as it still is; where the link leads afterwards says what came of it. */
    public void take(Token token) {
        destinations.decide(token, MyLink.PURPOSE, there -> {
            var session = there.session();
            return switch (there.registration().take(session, clock.instant())) {
                case Taking.Taken(var next) ->
                    myLink.write(
                            next,
                            session,
                            link -> mails.confirmed(next, session, link),
                            seatCounts.put(session.id(), there.seats().accept()));
                case Taking.Already() -> new WriteOutcome.Written();
                case Taking.TooLate() -> new WriteOutcome.Written();
            };
        });
    }
}
