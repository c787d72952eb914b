package be.leerkring.registration.own;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Taking;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How a person takes the seat that is held for them. */
@Singleton
public final class TakingSeat {

    private final Destinations destinations;
    private final Transitions transitions;
    private final RegistrationMails mails;
    private final Clock clock;

    TakingSeat(Destinations destinations, Transitions transitions, RegistrationMails mails, Clock clock) {
        this.destinations = destinations;
        this.transitions = transitions;
        this.mails = mails;
        this.clock = clock;
    }

    /** Takes the seat that is held, as far as it still is; where the link leads afterwards says what came of it. */
    public void take(Token token) {
        destinations.decide(token, MyLink.PURPOSE, there -> {
            var session = there.session();
            return switch (there.registration().take(session, clock.instant())) {
                case Taking.Taken(var next) ->
                    transitions.of(there, next)
                            .seats(there.seats().accept())
                            .mail(link -> mails.confirmed(next, session, link))
                            .write();
                case Taking.Already() -> new WriteOutcome.Written();
                case Taking.TooLate() -> new WriteOutcome.Written();
            };
        });
    }
}
