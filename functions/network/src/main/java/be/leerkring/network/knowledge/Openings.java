package be.leerkring.network.knowledge;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Owns how often the entries of the knowledge base were opened: one item a year, in the network's time zone, with a
 * number for each entry. Who opened one, and when, is written nowhere.
 */
@Singleton
public final class Openings {

    private static final String PARTITION = "OPENED";

    /** Before an entry's id, so that none can be called as a key is. */
    private static final String ENTRY = "entry-";

    private final Table table;
    private final NetworkTime time;
    private final Clock clock;

    public Openings(Table table, NetworkTime time, Clock clock) {
        this.table = table;
        this.time = time;
        this.clock = clock;
    }

    /** Counts that somebody opened an entry now. */
    public void count(KnowledgeEntry entry) {
        var year = time.local(clock.instant()).getYear();
        var _ = table.update(Write.update(key(year), "ADD #entry :one")
                .name("#entry", ENTRY + entry.id())
                .with(":one", 1));
    }

    /** How often each entry was opened in a year, in what was read, by its id; one that never was is left out. */
    public Map<String, Integer> in(Map<Key, Item> found, int year) {
        return Optional.ofNullable(found.get(key(year))).map(item -> item.numbers(ENTRY)).orElse(Map.of());
    }

    /** Where a year's numbers stand. */
    public Key key(int year) {
        return new Key(PARTITION, "%04d".formatted(year));
    }
}
