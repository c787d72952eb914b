package be.leerkring.registration.address;

import be.leerkring.network.participant.PersonKey;
import be.leerkring.platform.limits.UnprovenMails;
import be.leerkring.platform.limits.UnprovenMails.Asking;
import be.leerkring.platform.limits.UnprovenMails.Leave;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.registration.AddressChange;
import be.leerkring.registration.AddressChanges;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.Mailboxes;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Transitions;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes the address at which a participant is reached: asks at the new one whether it is theirs, and changes nothing
 * until somebody there says so. Nothing in the answer to the form tells whether the new address is known; only the mail
 * does.
 */
@Singleton
public final class ChangingAddress {

    /** The purpose of the link that confirms. */
    static final String PURPOSE = "address";

    private final Table table;
    private final Destinations destinations;
    private final Mailboxes mailboxes;
    private final AddressChanges changes;
    private final UnprovenMails unproven;
    private final Transitions transitions;
    private final RegistrationMails mails;
    private final Links links;
    private final Clock clock;

    ChangingAddress(
            Table table,
            Destinations destinations,
            Mailboxes mailboxes,
            AddressChanges changes,
            UnprovenMails unproven,
            Transitions transitions,
            RegistrationMails mails,
            Links links,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.mailboxes = mailboxes;
        this.changes = changes;
        this.unproven = unproven;
        this.transitions = transitions;
        this.mails = mails;
        this.links = links;
        this.clock = clock;
    }

    /** What came of the form. */
    public sealed interface Outcome {

        /** Whoever asked knows no more than to look in the new mailbox. */
        record Asked() implements Outcome {}

        record Invalid(Destination.Found there, FormErrors.Found errors) implements Outcome {}

        /** Too many came from the same source, which may go on at this moment; nothing was written. */
        record TooOften(Destination.Found there, Instant until) implements Outcome {}

        /** The link leads nowhere, or to what can't be changed any more. */
        record Closed(Destination destination) implements Outcome {}
    }

    /** What the link in the mail to the new address is worth. */
    public sealed interface Confirmation {

        /** The button will change it. */
        record Open(Destination.Found there, AddressChange change) implements Confirmation {}

        /** It is changed, perhaps since the first of two presses. */
        record Done(Destination.Found there, AddressChange change) implements Confirmation {}

        /** The participant asked for another address since. */
        record Outdated(Destination.Found there) implements Confirmation {}

        /** Nothing was changed: somebody of this name is registered with this address. */
        record Taken(Destination.Found there) implements Confirmation {}

        /** The link leads nowhere, or to what can't be changed any more. */
        record Closed(Destination destination) implements Confirmation {}
    }

    /** Whether it can still be changed. */
    boolean isChangeable(Destination.Found there) {
        return there.session().isToCome(clock.instant()) && there.registration() instanceof Holding;
    }

    /** What they asked for last, and that is not done: to be shown to nobody but them. */
    Optional<AddressChange> asked(Destinations.Look look, Token token) {
        return PersonKey.of(token.claimedSubject())
                .flatMap(person -> changes.in(look.found(), person))
                .filter(change -> !change.done());
    }

    /** Follows their link, and reads what they asked for last: one round trip. */
    Destinations.Look lookAsked(Token token) {
        return destinations.look(
                token, MyLink.PURPOSE, PersonKey.of(token.claimedSubject()).map(changes::key).stream().toList());
    }

    public Outcome ask(Token token, AddressForm form, String source) {
        return table.decide(() -> decide(token, form, source));
    }

    private Decision<Outcome> decide(Token token, AddressForm form, String source) {
        var person = PersonKey.of(token.claimedSubject());
        var asking = form.address()
                .flatMap(address -> person.map(of -> unproven.asking(address, of.session(), source)));
        var keys = new ArrayList<Key>(person.map(changes::key).stream().toList());
        asking.ifPresent(one -> {
            keys.addAll(unproven.keys(one));
            keys.add(mailboxes.key(one.to()));
        });
        var look = destinations.look(token, MyLink.PURPOSE, keys);
        if (!(look.destination() instanceof Destination.Found there)
                || !isChangeable(there)
                || !(there.registration() instanceof Holding before)) {
            return Decision.made(new Outcome.Closed(look.destination()));
        }
        var errors = form.check(before.participant().email());
        if (!errors.isEmpty() || asking.isEmpty() || person.isEmpty()) {
            return Decision.made(new Outcome.Invalid(there, errors));
        }
        var until = unproven.refusedUntil(asking.get(), look.found());
        if (until.isPresent()) {
            return Decision.made(new Outcome.TooOften(there, until.get()));
        }
        var justAsked = !form.again() && changes.in(look.found(), person.get())
                .filter(last -> last.repeats(asking.get().to(), clock.instant()))
                .isPresent();
        return justAsked
                ? Decision.made(new Outcome.Asked())
                : ask(there, before, person.get(), asking.get(), look.found()).then(new Outcome.Asked());
    }

    /** The same is written whoever has the address, so that nobody learns it from what is kept of the question. */
    private WriteOutcome ask(
            Destination.Found there, Holding before, PersonKey person, Asking asking, Map<Key, Item> read) {
        var address = asking.to();
        var session = there.session();
        var now = clock.instant();
        var participant = before.participant();
        var next = before.describe(participant);
        var link = links.issue(PURPOSE, person.subject(), AddressChange.lapses(now));
        var change = AddressChange.ask(person, address, link.token(), now);
        var asked = transitions.of(there, next).and(changes.put(change));
        var leave = unproven.leave(asking, read);
        asked.and(unproven.asked(asking, read));
        if (!leave.at().isBefore(AddressChange.lapses(now))) {
            return asked.write();
        }
        asked.and(leave.writes());
        var seen = mailboxes.look(mailboxes.in(read, address), session.id());
        var standing = seen.namesakes(participant.name()).standingBesides(person.person());
        if (standing.isPresent()) {
            standing.get().remindOfIt(now).ifPresent(
                    known -> asked.and(remind(there, standing.get(), known, leave)));
            return asked.write();
        }
        return asked.and(link.write())
                .hold(mails.addressRequest(next, session, change, link.token()), leave.at(), AddressChange.lapses(now))
                .write();
    }

    private Transitions.Transition remind(
            Destination.Found there, Registration standing, Registration next, Leave leave) {
        return transitions.of(there.session(), standing, next)
                .mail(leave.at(), there.session().start(), token -> mails.already(next, there.session(), token));
    }

    /** Follows the link in the mail to the new address: one round trip, and nothing changes. */
    public Confirmation look(Token token) {
        var keys = new ArrayList<Key>();
        var asking = PersonKey.of(token.claimedSubject());
        asking.map(changes::key).ifPresent(keys::add);
        var look = destinations.look(token, PURPOSE, keys);
        if (!(look.destination() instanceof Destination.Found there)) {
            return new Confirmation.Closed(look.destination());
        }
        var change = asking.flatMap(person -> changes.in(look.found(), person))
                .filter(last -> last.isConfirmedBy(token));
        if (change.isEmpty()) {
            return new Confirmation.Outdated(there);
        }
        if (change.get().done()) {
            return new Confirmation.Done(there, change.get());
        }
        return isChangeable(there)
                ? new Confirmation.Open(there, change.get())
                : new Confirmation.Closed(there);
    }

    /** The button behind that link. */
    public Confirmation confirm(Token token) {
        return table.decide(() -> {
            var seen = look(token);
            return seen instanceof Confirmation.Open(var there, var change)
                    && there.registration() instanceof Holding before
                            ? move(there, before, change, token)
                            : Decision.made(seen);
        });
    }

    private Decision<Confirmation> move(
            Destination.Found there, Holding before, AddressChange change, Token token) {
        var session = there.session();
        var participant = before.participant();
        var read = table.read(List.of(mailboxes.key(participant.email()), mailboxes.key(change.address())));
        var seen = mailboxes.look(mailboxes.in(read, change.address()), session.id());
        if (seen.namesakes(participant.name()).standingBesides(participant.person()).isPresent()) {
            return Decision.made(new Confirmation.Taken(there));
        }
        var next = before.describe(participant.reachedAt(change.address()));
        return transitions.of(there, next)
                .leaves(mailboxes.in(read, participant.email()), List.of(links.key(token)))
                .known(seen)
                .mail(link -> mails.addressChanged(next, session, link))
                .mail(mails.addressLeft(before, session, true))
                .and(changes.put(change.confirm()))
                .asSeen()
                .write()
                .then(new Confirmation.Done(there, change.confirm()));
    }
}
