package be.leerkring.registration;

import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the addresses at which participants asked to be reached: one item a registration, which the next question
 * replaces. It is written together with the registration only, whose revision keeps two from being written at once.
 */
@Singleton
public final class AddressChanges {

    private static final String PREFIX = "ADDRESS-CHANGE#";

    /** Where it stands. */
    public Key key(PersonKey person) {
        return new Key(Sessions.partition(person.session()), PREFIX + person.person());
    }

    /** What this person asked for last, in what was read. */
    public Optional<AddressChange> in(Map<Key, Item> found, PersonKey person) {
        return Optional.ofNullable(found.get(key(person))).map(item -> new AddressChange(
                person,
                new EmailAddress(item.required("address")),
                item.required("link"),
                item.requiredMoment("asked"),
                item.count("done") == 1));
    }

    /** The write of what they ask for now, in the stead of whatever they asked for before. */
    public Write put(AddressChange change) {
        return Write.put(Item.at(key(change.person()))
                .with("address", change.address().text())
                .with("link", change.link())
                .with("asked", change.asked())
                .with("done", change.done() ? 1 : 0)
                .with("expires", Item.seconds(AddressChange.lapses(change.asked()))));
    }
}
