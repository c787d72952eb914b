package be.leerkring.registration.signup;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Confirmable;
import be.leerkring.registration.state.Confirmation;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Who gets a seat, and who a place in line: the registration, the seats and the mail change in one transaction, so that
 * nobody is told what isn't so.
 */
@Singleton
public final class Confirming {

    private final Destinations destinations;
    private final Registrations registrations;
    private final Transitions transitions;
    private final RegistrationMails mails;
    private final Clock clock;

    Confirming(
            Destinations destinations,
            Registrations registrations,
            Transitions transitions,
            RegistrationMails mails,
            Clock clock) {
        this.destinations = destinations;
        this.registrations = registrations;
        this.transitions = transitions;
        this.mails = mails;
        this.clock = clock;
    }

    /** Confirms, as far as that is possible; where the link leads afterwards says what came of it. */
    public void confirm(Token token) {
        destinations.decide(token, Destinations.CONFIRM, there -> {
            var registration = there.registration();
            return decide(there, registration.confirm(there.session(), there.seats(), clock.instant()));
        });
    }

    private WriteOutcome decide(Destination.Found there, Confirmation confirmation) {
        return switch (confirmation) {
            case Confirmation.Given given -> give(given, there);
            case Confirmation.TakenOver takenOver -> takeOver(takenOver, there);
            case Confirmation.Already() -> new WriteOutcome.Written();
            case Confirmation.Gone() -> new WriteOutcome.Written();
            case Confirmation.TooLate() -> new WriteOutcome.Written();
        };
    }

    /** Refused when the session was moved or called off since: whoever confirms has to have seen it as it is. */
    private WriteOutcome give(Confirmation.Given given, Destination.Found there) {
        var session = there.session();
        return transitions.of(there, given.next())
                .seats(there.seats(), given)
                .mail(token -> switch (given) {
                    case Confirmation.Seated(var next) -> mails.confirmed(next, session, token);
                    case Confirmation.Lined(var next) -> mails.waiting(next, session, token);
                })
                .asSeen()
                .write();
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
        return transitions.of(there, next)
                .seats(there.seats().pass(giver.place(), next.place()))
                .mail(token -> mails.confirmed(next, session, token))
                .asSeen()
                .and(transitions.of(session, giver, left)
                        .mail(mails.passedOn(left, session, next.participant().name())))
                .write();
    }

    private WriteOutcome alone(Confirmable from, Destination.Found there) {
        return switch (from) {
            case Waiting waiting -> transitions.of(there, waiting.withoutGiver()).write();
            case Pending pending ->
                decide(there, pending.seatOrLine(there.session(), there.seats(), clock.instant()));
        };
    }
}
