package be.leerkring.registration.own;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.need.Needs;
import jakarta.inject.Singleton;

/**
 * Erases what somebody said that they need, and nothing else: to take back what one agreed to is as easy as to give it
 * (GDPR, article 7), whatever became of the registration and the session.
 */
@Singleton
final class ForgettingNeeds {

    private final Destinations destinations;
    private final Transitions transitions;

    ForgettingNeeds(Destinations destinations, Transitions transitions) {
        this.destinations = destinations;
        this.transitions = transitions;
    }

    /** Erases it, as far as there is any. */
    void forget(Token token) {
        destinations.decide(token, MyLink.PURPOSE, there -> {
            var registration = there.registration();
            return registration.core().needs()
                    ? transitions.of(there, registration.withoutNeeds()).needs(Needs.NONE).write()
                    : new WriteOutcome.Written();
        });
    }
}
