package be.leerkring.meetings.memory;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Owns the wishes to stay in touch: one item a person, at whose key nobody else's page ever looks. A wish is decided
 * together with the state of the other's wishes, so that of two who wish at the same moment one finds the other's.
 */
@Singleton
public final class ContactWishes {

    private static final String SORT = "WISHES";

    private final Table table;
    private final Clock clock;

    public ContactWishes(Table table, Clock clock) {
        this.table = table;
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
    public TransactWriteItem put(Wishes next) {
        var each = new HashMap<String, AttributeValue>();
        next.wishes().forEach((other, wish) -> each.put(other, AttributeValue.fromM(Item.map()
                .with("returned", wish.returned() ? 1 : 0)
                .with("until", wish.until())
                .attributes())));
        var last = next.wishes().values().stream()
                .map(Wishes.Wish::until)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
        return table.putNewOrRevision(
                Item.at(key(next.person()))
                        .with("wishes", AttributeValue.fromM(each))
                        .with("expires", Item.seconds(last))
                        .with("revision", next.revision()),
                next.revision() - 1);
    }

    /** Refuses the transaction when a person's wishes changed since they were read. */
    public TransactWriteItem unchanged(Wishes read) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table.name())
                        .key(key(read.person()).attributes())
                        .conditionExpression("attribute_not_exists(pk) OR revision = :revision")
                        .expressionAttributeValues(Map.of(":revision", Item.number(read.revision()))))
                .build();
    }

    private static Map<String, Wishes.Wish> wishes(Item item) {
        var wishes = new HashMap<String, Wishes.Wish>();
        item.map("wishes").attributes().forEach((other, value) -> {
            var wish = Item.of(value.m());
            Instant until = wish.requiredMoment("until");
            wishes.put(other, new Wishes.Wish(wish.count("returned") == 1, until));
        });
        return wishes;
    }
}
