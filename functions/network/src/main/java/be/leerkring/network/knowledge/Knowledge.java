package be.leerkring.network.knowledge;

import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns the network's knowledge. An entry stands in the index {@code programme} too, in a partition of its own, so that
 * the list is one query. One that belongs to a session has a copy at the head of the session's partition, so that the
 * session's page is one query as well; entry and copy are written together, so they never disagree.
 */
@Singleton
public final class Knowledge {

    /** How many entries the list has at most: a page's worth of reading, and some decades of a session a month. */
    public static final int MOST = 500;

    /** How many entries of one session are read at most. */
    public static final int MOST_OF_A_SESSION = 50;

    private static final String PARTITION = "KNOWLEDGE";
    private static final String PREFIX = "#KNOWLEDGE#";

    private final Table table;

    public Knowledge(Table table) {
        this.table = table;
    }

    /** Where an entry stands. */
    public Key key(String id) {
        return new Key(PARTITION, id);
    }

    /** One entry, in a round trip of its own. */
    public Optional<KnowledgeEntry> find(String id) {
        return KnowledgeEntry.isId(id)
                ? Optional.ofNullable(table.read(List.of(key(id))).get(key(id))).map(Knowledge::entry)
                : Optional.empty();
    }

    /** The newest {@link #MOST} entries, the newest first. */
    public List<KnowledgeEntry> newest() {
        return table.query(Query.of("programme = :knowledge")
                .index("programme")
                .with(":knowledge", PARTITION)
                .backwards()
                .limit(MOST))
                .limit(MOST)
                .map(Knowledge::entry)
                .toList();
    }

    /** What belongs to a session, the newest first, in a round trip of its own. */
    public List<KnowledgeEntry> of(String session) {
        return newestFirst(table.queryPage(Query.of("pk = :session AND begins_with(sk, :knowledge)")
                .with(":session", Sessions.partition(session))
                .with(":knowledge", PREFIX)
                .consistent()
                .limit(MOST_OF_A_SESSION))
                .stream());
    }

    /** What belongs to a session, the newest first, in what was read of its head. */
    public List<KnowledgeEntry> in(Map<Key, Item> found, String session) {
        return newestFirst(found.entrySet().stream()
                .filter(item -> item.getKey().partition().equals(Sessions.partition(session)))
                .filter(item -> item.getKey().sort().startsWith(PREFIX))
                .map(Map.Entry::getValue));
    }

    private static List<KnowledgeEntry> newestFirst(Stream<Item> items) {
        return items.map(Knowledge::entry)
                .sorted(Comparator.comparing(KnowledgeEntry::created).reversed().thenComparing(KnowledgeEntry::id))
                .limit(MOST_OF_A_SESSION)
                .toList();
    }

    /** The writes that add an entry; the first is refused where one with this id stands. */
    public List<Write> add(KnowledgeEntry entry) {
        var writes = new ArrayList<Write>();
        writes.add(Write.putNew(item(entry)));
        entry.session().ifPresent(session -> writes.add(Write.put(copy(entry, session))));
        return writes;
    }

    /**
     * The writes that change an entry; the first is refused when it was changed or removed since it was read.
     *
     * @param read as it was read from its own key
     * @param next the same after one change
     */
    public List<Write> change(KnowledgeEntry read, KnowledgeEntry next) {
        var writes = new ArrayList<Write>();
        writes.add(replace(read, next));
        read.session()
                .filter(session -> !next.session().equals(Optional.of(session)))
                .ifPresent(session -> writes.add(Write.delete(copyKey(session, read.id()))));
        next.session().ifPresent(session -> writes.add(Write.put(copy(next, session))));
        return writes;
    }

    /**
     * An entry that somebody removed stays so: unlike {@link Table#putRevision}, this puts nothing where none stands.
     */
    private Write replace(KnowledgeEntry read, KnowledgeEntry next) {
        return Write.put(item(next))
                .when("revision = :revision")
                .with(":revision", read.revision());
    }

    /** The writes that remove an entry; the first is refused when it was changed or removed since it was read. */
    public List<Write> remove(KnowledgeEntry read) {
        var writes = new ArrayList<Write>();
        writes.add(Write.deleteRevision(key(read.id()), read.revision()));
        read.session().ifPresent(session -> writes.add(Write.delete(copyKey(session, read.id()))));
        return writes;
    }

    private Item item(KnowledgeEntry entry) {
        return with(entry, key(entry.id())).with("programme", PARTITION).with("revision", entry.revision());
    }

    /** Without the index's partition: the list has the entry itself. */
    private static Item copy(KnowledgeEntry entry, String session) {
        return with(entry, copyKey(session, entry.id()));
    }

    private static Key copyKey(String session, String id) {
        return new Key(Sessions.partition(session), PREFIX + id);
    }

    private static Item with(KnowledgeEntry entry, Key key) {
        return Item.at(key)
                .with("id", entry.id())
                .with("kind", entry.kind().code())
                .with("title", entry.title().byLanguage())
                .with("summary", entry.summary().byLanguage())
                .with("link", entry.link())
                .with("reference", entry.reference())
                .with("themes", String.join(" ", entry.themes()))
                .with("session", entry.session().orElse(""))
                .with("at", entry.created());
    }

    private static KnowledgeEntry entry(Item item) {
        return new KnowledgeEntry(
                item.required("id"),
                KnowledgeEntry.Kind.withCode(item.required("kind")).orElseThrow(),
                new LocalizedText(item.texts("title")),
                new LocalizedText(item.texts("summary")),
                item.text("link", ""),
                item.text("reference", ""),
                Arrays.stream(item.text("themes", "").split(" "))
                        .filter(theme -> !theme.isEmpty())
                        .toList(),
                Optional.of(item.text("session", "")).filter(session -> !session.isEmpty()),
                item.requiredMoment("at"),
                item.count("revision"));
    }
}
