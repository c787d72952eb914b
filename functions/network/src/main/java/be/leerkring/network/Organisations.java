package be.leerkring.network;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Owns the network's list of organisations: one item, for a form needs all of them at once. At about 100 bytes each,
 * the 500 organisations that a large network might have stay far below an item's 400 KB.
 */
@Singleton
public final class Organisations {

    private static final Key KEY = new Key("NETWORK", "ORGANISATIONS");

    private final Table table;

    public Organisations(Table table) {
        this.table = table;
    }

    /** Where the list stands. */
    public Key key() {
        return KEY;
    }

    /** The list in what was read in its own order; empty while there is none. */
    public List<Organisation> in(Map<Key, Item> found) {
        var item = found.get(KEY);
        return item == null
                ? List.of()
                : item.items("organisations").stream()
                        .map(Organisations::organisation)
                        .toList();
    }

    /** The write that makes this the network's list. */
    public TransactWriteItem put(List<Organisation> organisations) {
        return table.put(Item.at(KEY)
                .with(
                        "organisations",
                        organisations.stream().map(Organisations::item).toList()));
    }

    private static Item item(Organisation organisation) {
        return Item.map()
                .with("id", organisation.id())
                .with("name", organisation.name())
                .with("kind", organisation.kind().code())
                .with("placeholder", organisation.placeholder() ? 1 : 0);
    }

    private static Organisation organisation(Item item) {
        return new Organisation(
                item.required("id"),
                item.required("name"),
                Organisation.Kind.withCode(item.required("kind")),
                item.count("placeholder") == 1);
    }
}
