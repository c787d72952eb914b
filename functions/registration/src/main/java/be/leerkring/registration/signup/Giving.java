package be.leerkring.registration.signup;

import be.leerkring.network.seats.Seats;
import be.leerkring.platform.metrics.Metrics;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
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
import java.util.List;

/**
 * What comes of a press: the registration, the seats and the mail change in one transaction, so that nobody is told
 * what isn't so.
 */
@Singleton
final class Giving {

    private final Registrations registrations;
    private final Mailboxes mailboxes;
    private final Transitions transitions;
    private final RegistrationMails mails;
    private final Metrics metrics;
    private final Clock clock;

    Giving(
            Registrations registrations,
            Mailboxes mailboxes,
            Transitions transitions,
            RegistrationMails mails,
            Metrics metrics,
            Clock clock) {
        this.registrations = registrations;
        this.mailboxes = mailboxes;
        this.transitions = transitions;
        this.mails = mails;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Gives one person what the button leads to. It is refused, too, where another transaction holds the seats.
     *
     * @param counted what else is written with it
     */
    WriteOutcome give(Destination.Found there, Confirmation confirmation, List<Write> counted) {
        var outcome = switch (confirmation) {
            case Confirmation.Given given -> give(given, there, counted);
            case Confirmation.TakenOver takenOver -> takeOver(takenOver, there, counted);
            case Confirmation.Already() -> new WriteOutcome.Written();
            case Confirmation.Gone() -> new WriteOutcome.Written();
            case Confirmation.TooLate() -> new WriteOutcome.Written();
        };
        if (outcome instanceof WriteOutcome.Written) {
            count(confirmation);
        }
        return outcome;
    }

    /** Counts what was given, for whoever runs the site. */
    void count(Confirmation confirmation) {
        switch (confirmation) {
            case Confirmation.Seated _,Confirmation.TakenOver _ -> metrics.count("Confirmations");
            case Confirmation.Lined _ -> metrics.count("Waiting");
            case Confirmation.Already _,Confirmation.Gone _,Confirmation.TooLate _ -> {
            }
        }
    }

    /** Nobody gets a seat twice: who is registered by another form of theirs is mailed that, and this form goes. */
    private WriteOutcome give(Confirmation.Given given, Destination.Found there, List<Write> counted) {
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
            Confirmation.Given given, Mailboxes.Seen seen, Destination.Found there, List<Write> counted) {
        return given(given, seen, there, there.seats())
                .seats(there.seats(), given)
                .asSeen()
                .and(counted)
                .writeUnlessHeld();
    }

    /**
     * All that is written about one person who gets a seat or a place in line, but for the seats themselves.
     *
     * @param seats as they are before this person gets something of them
     */
    Transitions.Transition given(
            Confirmation.Given given, Mailboxes.Seen seen, Destination.Found there, Seats seats) {
        var session = there.session();
        return transitions.of(there, given.next())
                .mail(token -> switch (given) {
                    case Confirmation.Seated(var next) -> mails.confirmed(next, session, token);
                    case Confirmation.Lined(var next) ->
                        mails.waiting(next, session, next.outlook(session, seats), token);
                })
                .known(seen);
    }

    /** Whose colleague no longer has the seat, or works elsewhere by now, is as good as anybody else. */
    private WriteOutcome takeOver(Confirmation.TakenOver takenOver, Destination.Found there, List<Write> counted) {
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
            Confirmed giver, Confirmable from, Mailboxes.Seen seen, Destination.Found there, List<Write> counted) {
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

    private WriteOutcome alone(Confirmable from, Destination.Found there, List<Write> counted) {
        return switch (from) {
            case Waiting waiting -> transitions.of(there, waiting.withoutGiver()).and(counted).write();
            case Pending pending ->
                give(there, pending.seatOrLine(there.session(), there.seats(), clock.instant()), counted);
        };
    }
}
