package be.leerkring.registration.signup;

import be.leerkring.platform.limits.Limits;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.metrics.Metrics;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Confirmable;
import be.leerkring.registration.state.Confirmation;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Pending;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who gets a seat, and who a place in line: the registration, the seats and the mail change in one transaction, so that
 * nobody is told what isn't so.
 */
@Singleton
public final class Confirming {

    /** An office that comes together gets through; one who fills a session with names of their own does not. */
    private static final Limits.Limit SEATS = new Limits.Limit("confirmation-source", 20, Duration.ofHours(1));

    private final Table table;
    private final Limits limits;
    private final Destinations destinations;
    private final Registrations registrations;
    private final Mailboxes mailboxes;
    private final Transitions transitions;
    private final RegistrationMails mails;
    private final Metrics metrics;
    private final Clock clock;

    Confirming(
            Table table,
            Limits limits,
            Destinations destinations,
            Registrations registrations,
            Mailboxes mailboxes,
            Transitions transitions,
            RegistrationMails mails,
            Metrics metrics,
            Clock clock) {
        this.table = table;
        this.limits = limits;
        this.destinations = destinations;
        this.registrations = registrations;
        this.mailboxes = mailboxes;
        this.transitions = transitions;
        this.mails = mails;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** When the button can be pressed again, where that was too often; and as what the press is counted, if at all. */
    private record Pressed(Optional<Instant> again, Optional<String> counted) {

        static final Pressed IN_VAIN = new Pressed(Optional.empty(), Optional.empty());

        static Pressed given(Confirmation confirmation) {
            return new Pressed(Optional.empty(), switch (confirmation) {
                case Confirmation.Seated _,Confirmation.TakenOver _ -> Optional.of("Confirmations");
                case Confirmation.Lined _ -> Optional.of("Waiting");
                case Confirmation.Already _,Confirmation.Gone _,Confirmation.TooLate _ -> Optional.empty();
            });
        }
    }

    /**
     * Confirms, as far as that is possible; where the link leads afterwards says what came of it.
     *
     * @param source where the button was pressed
     * @return empty, unless too many confirmed from there: then the moment from which on it can be pressed again
     */
    public Optional<Instant> confirm(Token token, String source) {
        var pressed = table.decide(() -> decide(token, source));
        pressed.counted().ifPresent(metrics::count);
        return pressed.again();
    }

    /** A second press gives nothing, and so is neither counted nor refused. */
    private Decision<Pressed> decide(Token token, String source) {
        var look = destinations.look(
                token, Destinations.CONFIRM, session -> List.of(limits.key(SEATS, who(session, source))));
        if (!(look.destination() instanceof Destination.Found there)) {
            return Decision.made(Pressed.IN_VAIN);
        }
        var now = clock.instant();
        var confirmation = there.registration().confirm(there.session(), there.seats(), now);
        if (!confirmation.gives()) {
            return Decision.made(Pressed.IN_VAIN);
        }
        var count = limits.count(SEATS, who(there.session().id(), source), look.found());
        var next = count.next(now);
        return next.isAfter(now)
                ? Decision.made(new Pressed(Optional.of(next), Optional.empty()))
                : decide(there, confirmation, count.take(now)).then(Pressed.given(confirmation));
    }

    private static String who(String session, String source) {
        return session + "\n" + source;
    }

    private WriteOutcome decide(Destination.Found there, Confirmation confirmation, Write counted) {
        return switch (confirmation) {
            case Confirmation.Given given -> give(given, there, counted);
            case Confirmation.TakenOver takenOver -> takeOver(takenOver, there, counted);
            case Confirmation.Already() -> new WriteOutcome.Written();
            case Confirmation.Gone() -> new WriteOutcome.Written();
            case Confirmation.TooLate() -> new WriteOutcome.Written();
        };
    }

    /** Nobody gets a seat twice: who is registered by another form of theirs is mailed that, and this form goes. */
    private WriteOutcome give(Confirmation.Given given, Destination.Found there, Write counted) {
        var participant = given.next().participant();
        var seen = mailboxes.look(participant);
        return seen.namesakes(participant.name())
                .standingBesides(participant.person())
                .map(standing -> giveWay(standing, there))
                .orElseGet(() -> give(given, seen, there, counted));
    }

    private WriteOutcome giveWay(Registration standing, Destination.Found there) {
        var session = there.session();
        var gone = transitions.erase(there);
        return standing.remindOfIt(clock.instant())
                .map(next -> gone.and(transitions.of(session, standing, next)
                        .mail(token -> mails.already(next, session, token))))
                .orElse(gone)
                .write();
    }

    /** Refused when the session was moved or called off since: whoever confirms has to have seen it as it is. */
    private WriteOutcome give(
            Confirmation.Given given, Mailboxes.Seen seen, Destination.Found there, Write counted) {
        var session = there.session();
        return transitions.of(there, given.next())
                .seats(there.seats(), given)
                .mail(token -> switch (given) {
                    case Confirmation.Seated(var next) -> mails.confirmed(next, session, token);
                    case Confirmation.Lined(var next) -> mails.waiting(next, session, token);
                })
                .asSeen()
                .known(seen)
                .and(counted)
                .write();
    }

    /** Whose colleague no longer has the seat, or works elsewhere by now, is as good as anybody else. */
    private WriteOutcome takeOver(Confirmation.TakenOver takenOver, Destination.Found there, Write counted) {
        var participant = takenOver.next().participant();
        var seen = mailboxes.look(participant);
        var standing = seen.namesakes(participant.name()).standingBesides(participant.person());
        var other = registrations.find(there.session().id(), takenOver.giver());
        if (other.isPresent()
                && other.get() instanceof Confirmed giver
                && there.seats().areOfOne(giver.place(), takenOver.next().place())) {
            return standing.isPresent() && !(standing.get() instanceof Waiting)
                    ? giveWay(standing.get(), there)
                    : pass(giver, standing.map(Waiting.class::cast).map(Confirmable.class::cast)
                            .orElse(takenOver.from()), seen, there, counted);
        }
        return alone(takenOver.from(), there, counted);
    }

    private WriteOutcome pass(
            Confirmed giver, Confirmable from, Mailboxes.Seen seen, Destination.Found there, Write counted) {
        var session = there.session();
        var now = clock.instant();
        var left = giver.passOn(now);
        var next = from.takeOver(giver.participant().person(), now).next();
        return transitions.of(session, from, next)
                .seats(there.seats().pass(giver.place(), next.place()))
                .mail(token -> mails.confirmed(next, session, token))
                .asSeen()
                .known(seen)
                .and(transitions.of(session, giver, left)
                        .mail(mails.passedOn(left, session, next.participant().name())))
                .and(counted)
                .write();
    }

    private WriteOutcome alone(Confirmable from, Destination.Found there, Write counted) {
        return switch (from) {
            case Waiting waiting -> transitions.of(there, waiting.withoutGiver()).and(counted).write();
            case Pending pending ->
                decide(there, pending.seatOrLine(there.session(), there.seats(), clock.instant()), counted);
        };
    }
}
