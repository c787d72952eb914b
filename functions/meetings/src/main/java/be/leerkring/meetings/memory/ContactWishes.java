package be.leerkring.meetings.memory;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Owns the wishes to stay in touch: one item a person, at whose key nobody else's page ever looks. A wish is decided
 * together with the state of the other's wishes, so that of two who wish at the same moment one finds the other's.
 */
@Singleton
public final class ContactWishes {

    private static final String SORT = "WISHES";

    private final Clock clock;

    public ContactWishes(Clock clock) {
        this.clock = clock;
    }

    /** Where a person's wishes stand. */
    public Key key(String person) {
        return new Key("PERSON#" + person, SORT);
    }

    /** A person's wishes in what was read; those whose time is over are left out. */
    public Wishes in(Map<Key, Item> found, String person) {
        return allIn(found, person).at(clock.instant());
    }

    /** The same, with those whose time is over. */
    Wishes allIn(Map<Key, Item> found, String person) {
        var item = found.get(key(person));
        return item == null
                ? new Wishes(person, Map.of(), 0)
                : new Wishes(person, wishes(item), item.count("revision"));
    }

    /** The write of a person's wishes in their next revision; refused when they changed since they were read. */
    public Write put(Wishes next) {
        var each = new HashMap<String, Item>();
        next.wishes().forEach((other, wish) -> each.put(other, Item.map()
                .with("returned", wish.returned())
                .with("until", wish.until())));
        var last = next.wishes().values().stream()
                .map(Wishes.Wish::until)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
        return Write.putNext(
                Item.at(key(next.person()))
                        .withMaps("wishes", each)
                        .with("expires", Item.seconds(last))
                        .with("revision", next.revision()),
                next.revision() - 1);
    }

    /** Refuses the transaction when a person's wishes changed since they were read. */
    public Write unchanged(Wishes read) {
        return Write.checkRead(key(read.person()), read.revision());
    }

    private static Map<String, Wishes.Wish> wishes(Item item) {
        var wishes = new HashMap<String, Wishes.Wish>();
        item.maps("wishes").forEach((other, wish) -> wishes.put(
                other, new Wishes.Wish(wish.flag("returned"), wish.requiredMoment("until"))));
        return wishes;
    }
}
