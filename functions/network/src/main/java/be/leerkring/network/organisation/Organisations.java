package be.leerkring.network.organisation;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Owns the network's list of organisations: one item, for a form needs all of them at once. Most take some 200 bytes:
 * the 500 organisations that a large network might have stay well below an item's 400 KB.
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

    /** The list in what was read; empty while there is none. */
    public OrganisationList in(Map<Key, Item> found) {
        var item = found.get(KEY);
        return item == null
                ? new OrganisationList(0, List.of())
                : new OrganisationList(
                        item.count("revision"),
                        item.items("organisations").stream()
                                .map(Organisations::organisation)
                                .toList());
    }

    /** The list, in a round trip of its own. */
    public OrganisationList read() {
        return in(table.read(List.of(KEY)));
    }

    /** The write of the list after a change; refused when it changed since it was read. */
    public Write put(OrganisationList next) {
        return Write.putNext(item(next), next.revision() - 1);
    }

    /** The write that makes this the network's first list; refused where it has one. */
    public Write putFirst(List<Organisation> organisations) {
        return Write.putNew(item(new OrganisationList(1, organisations)));
    }

    private static Item item(OrganisationList list) {
        return Item.at(KEY)
                .with("revision", list.revision())
                .with("organisations", list.all().stream().map(Organisations::item).toList());
    }

    private static Item item(Organisation organisation) {
        var item = Item.map()
                .with("id", organisation.id())
                .with("name", organisation.name())
                .with("kind", organisation.kind().code())
                .with("website", organisation.website())
                .with("contact", organisation.contact())
                .with("email", organisation.email())
                .with("placeholder", organisation.placeholder() ? 1 : 0)
                .with("revision", organisation.revision());
        if (!organisation.domains().all().isEmpty()) {
            item.withTexts("domains", organisation.domains().all());
        }
        if (!organisation.formerIds().isEmpty()) {
            item.withTexts("formerIds", organisation.formerIds());
        }
        return organisation.formerNames().isEmpty()
                ? item
                : item.withTexts("formerNames", organisation.formerNames());
    }

    private static Organisation organisation(Item item) {
        return new Organisation(
                item.required("id"),
                item.required("name"),
                Organisation.Kind.withCode(item.required("kind")),
                item.count("placeholder") == 1,
                item.text("website", ""),
                item.text("contact", ""),
                item.text("email", ""),
                new MailDomains(item.list("domains")),
                item.list("formerIds"),
                item.list("formerNames"),
                item.count("revision"));
    }
}
