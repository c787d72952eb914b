package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Registration;
import be.leerkring.registration.state.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;

/**
 * Does what organisers decide about one person. An act insists on the registration as the organiser saw it: where it
 * changed since, the organiser looks again, unless it has become what was wanted. The person's mail and the log's entry
 * are written in the same transaction.
 */
@Singleton
public final class PersonActs {

    private final Table table;
    private final Destinations destinations;
    private final Mailboxes mailboxes;
    private final Approving approving;
    private final Vouching vouching;
    private final CancellingForSomebody cancellingForSomebody;
    private final MailingAgain mailingAgain;
    private final Clock clock;

    PersonActs(
            Table table,
            Destinations destinations,
            Mailboxes mailboxes,
            Approving approving,
            Vouching vouching,
            CancellingForSomebody cancellingForSomebody,
            MailingAgain mailingAgain,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.mailboxes = mailboxes;
        this.approving = approving;
        this.vouching = vouching;
        this.cancellingForSomebody = cancellingForSomebody;
        this.mailingAgain = mailingAgain;
        this.clock = clock;
    }

    /**
     * What an organiser wants done.
     *
     * @param revision of the registration that the organiser looked at
     * @param reason why, for {@link PersonAct#CANCEL}
     */
    public record Wish(PersonAct act, PersonKey subject, long revision, String reason, Organiser by) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** It is as it was wanted. */
        record Done() implements Outcome {}

        /** Nothing was done: it is no longer what the organiser saw, or the act makes no sense any more. */
        record Conflict() implements Outcome {}

        /** Nothing was done: the person is registered already by another form of theirs, under this key. */
        record Elsewhere(String person) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome perform(Wish wish) {
        var subject = wish.subject();
        return table.decide(() -> destinations
                .find(subject.session(), subject.person())
                .map(there -> decide(there, wish))
                .orElseGet(() -> Decision.made(new Outcome.Unknown())));
    }

    private Decision<Outcome> decide(Destination.Found there, Wish wish) {
        var registration = there.registration();
        var deed = wish.act().on(there, clock.instant());
        if (registration.revision() == wish.revision() && deed.isPresent()) {
            return decide(there, deed.get(), wish);
        }
        return Decision.made(isDone(registration, wish) ? new Outcome.Done() : new Outcome.Conflict());
    }

    private Decision<Outcome> decide(Destination.Found there, PersonAct.Deed deed, Wish wish) {
        var by = wish.by();
        return switch (deed) {
            case PersonAct.Deed.Approve(var waiting) -> done(approving.approve(there, waiting, by));
            case PersonAct.Deed.Confirm(var pending) ->
                once(there, seen -> vouching.confirm(there, pending, seen, by));
            case PersonAct.Deed.Mail(var ongoing) -> done(mailingAgain.send(there, ongoing, by));
            case PersonAct.Deed.PutInLine(var pending) ->
                once(there, seen -> cancellingForSomebody.putInLine(there, pending, seen, by));
            case PersonAct.Deed.SendBack(var confirmed) -> done(cancellingForSomebody.sendBack(there, confirmed, by));
            case PersonAct.Deed.Cancel(var ongoing) ->
                done(cancellingForSomebody.cancel(there, ongoing, wish.reason(), by));
        };
    }

    /** For nobody takes part twice. */
    private Decision<Outcome> once(Destination.Found there, Function<Mailboxes.Seen, WriteOutcome> write) {
        var participant = there.registration().participant();
        var seen = mailboxes.look(participant);
        return seen.namesakes(participant.name())
                .standingBesides(participant.person())
                .map(standing -> Decision
                        .<Outcome>made(new Outcome.Elsewhere(standing.participant().person())))
                .orElseGet(() -> done(write.apply(seen)));
    }

    private static Decision<Outcome> done(WriteOutcome written) {
        return written.then(new Outcome.Done());
    }

    /** Whether it is what was wanted, as after the first of two presses. */
    private boolean isDone(Registration registration, Wish wish) {
        return switch (wish.act()) {
            case APPROVE -> registration instanceof Holding && registration.place().approved();
            case CONFIRM -> registration instanceof Holding;
            case MAIL ->
                registration.revision() == wish.revision() + 1 && registration.justAsked(clock.instant());
            case WAIT -> registration instanceof Waiting;
            case CANCEL ->
                registration instanceof Cancelled(var _, var ending, var reason)
                        && ending == Cancelled.Ending.ORGANISER
                        && reason.equals(wish.reason());
        };
    }
}
