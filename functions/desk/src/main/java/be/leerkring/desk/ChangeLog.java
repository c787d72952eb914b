package be.leerkring.desk;

import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Owns the log of what organisers change: of each session, and of the network itself. An entry is written in the
 * transaction of the change that it tells of, and kept for a year. Nothing changes it meanwhile, but that a person who
 * is erased is taken out of it.
 */
@Singleton
public final class ChangeLog {

    /** The log of what is no session's. */
    public static final String NETWORK = "network";

    /** Whose act it is where nobody pressed a button: what happens by itself stands in the log too. */
    public static final Organiser ITSELF = new Organiser("");

    /** What entries say in place of a person who was erased. */
    private static final String ERASED = "erased";

    /** So many entries stand on a page. */
    public static final int PAGE = 50;

    private final Table table;
    private final Clock clock;

    public ChangeLog(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * The write of an entry.
     *
     * @param log a session's id, or {@link #NETWORK}
     * @param what names the text {@code log.<what>}
     * @param about on whom or what, in words; can be empty
     */
    public Write entry(Organiser who, String log, String what, String about, List<Change> changes) {
        return Write.putNew(item(who, log, what, changes).with("about", about));
    }

    /**
     * The write of an entry about a participant. It holds the person's key and not the name, so that the log says no
     * more of somebody whose data were erased; for the same reason, the changes are not to name anybody.
     *
     * @param session the session's id
     * @param person the participant's key at the session
     */
    public Write entryAbout(
            Organiser who, String session, String person, String what, List<Change> changes) {
        return Write.putNew(item(who, session, what, changes).with("person", person));
    }

    private Item item(Organiser who, String log, String what, List<Change> changes) {
        var now = clock.instant();
        return Item.at(new Key(partition(log), Attribute.sortable(now) + "#" + UUID.randomUUID()))
                .with("at", now)
                .with("expires", Item.seconds(now.plus(Session.PEOPLE_KEPT)))
                .with("by", who.address())
                .with("what", what)
                .with(
                        "changes",
                        changes.stream()
                                .map(change -> Item.map()
                                        .with("field", change.field())
                                        .with("from", change.from())
                                        .with("to", change.to()))
                                .toList());
    }

    /**
     * A page of a log, the latest entries first.
     *
     * @param before where the page before this one ended; empty for the first page
     */
    public Page read(String log, Optional<String> before) {
        var values = before
                .map(end -> Map.of(":log", Item.text(partition(log)), ":before", Item.text(end)))
                .orElseGet(() -> Map.of(":log", Item.text(partition(log))));
        var found = table.queryPage(Query.of("pk = :log" + (before.isPresent() ? " AND sk < :before" : ""))
                .with(values)
                .backwards()
                .limit(PAGE));
        return new Page(
                found.stream().map(ChangeLog::entry).toList(),
                found.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(found.getLast().key().sort()));
    }

    /** The entries of a session's log about a participant, the first first. */
    public List<LogEntry> about(String session, String person) {
        return itemsAbout(session, person).map(ChangeLog::entry).toList();
    }

    /** Takes a participant out of all entries of a session's log; what was done, when and by whom, stays. */
    public void forget(String session, String person) {
        itemsAbout(session, person).map(Item::key).forEach(key -> table.attempt(List.of(
                Write.update(key, "SET person = :erased")
                        .when("person = :person")
                        .with(":erased", ERASED)
                        .with(":person", person))));
    }

    private Stream<Item> itemsAbout(String session, String person) {
        return table.query(Query.of("pk = :log")
                .filter("person = :person")
                .with(":log", partition(session))
                .with(":person", Item.text(person))
                .consistent());
    }

    /**
     * Entries of a log.
     *
     * @param end where the next page begins; empty where there is none
     */
    public record Page(List<LogEntry> entries, Optional<String> end) {}

    private static LogEntry entry(Item item) {
        return new LogEntry(
                item.requiredMoment("at"),
                item.text("by", ""),
                item.required("what"),
                item.text("about", ""),
                item.text("person", ""),
                item.items("changes").stream()
                        .map(change -> new Change(
                                change.required("field"), change.text("from", ""), change.text("to", "")))
                        .toList());
    }

    private static String partition(String log) {
        return "LOG#" + log;
    }
}
