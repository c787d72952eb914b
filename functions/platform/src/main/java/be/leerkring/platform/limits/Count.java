package be.leerkring.platform.limits;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * How often somebody tried, or will have: a try can be counted at a moment to come, and then keeps its place. Tries are
 * counted by slots, a twelfth of the shortest bound each. A stretch of time as long as a bound touches one slot more
 * than fit into it; so that no stretch has more than the bound allows, that many slots together never do.
 */
public final class Count {

    private static final int SLOTS = 12;
    private static final String TRIES = "count-";

    private final Limits.Limit limit;
    private final Key key;
    private final long revision;
    private final long slotSeconds;
    private final NavigableMap<Long, Integer> tries = new TreeMap<>();

    Count(Limits.Limit limit, Key key, Optional<Item> found, Instant now) {
        this.limit = limit;
        this.key = key;
        this.revision = found.map(item -> item.count("revision")).orElse(0L);
        this.slotSeconds = limit.shortest().toSeconds() / SLOTS;
        found.ifPresent(item -> item.numbers(TRIES).forEach((slot, number) -> tries.put(Long.valueOf(slot), number)));
        tries.headMap(slot(now) - longest()).clear();
    }

    /** The first moment from this one on at which one more try passes no bound. */
    public Instant next(Instant from) {
        var first = slot(from);
        return isFree(first)
                ? from
                : tries.keySet().stream()
                        .flatMapToLong(slot -> limit.bounds().stream().mapToLong(bound -> slot + slots(bound) + 1))
                        .filter(slot -> slot > first && isFree(slot))
                        .min()
                        .stream()
                        .mapToObj(slot -> Instant.ofEpochSecond(slot * slotSeconds))
                        .findFirst()
                        .orElseThrow();
    }

    /** Whether a try in this slot passes no bound, those that come later included. */
    private boolean isFree(long slot) {
        return limit.bounds().stream().allMatch(bound -> {
            var before = slots(bound);
            return LongStream.concat(
                    LongStream.of(slot),
                    tries.subMap(slot, false, slot + before, true).keySet().stream().mapToLong(later -> later))
                    .allMatch(last -> between(last - before, last) < bound.most());
        });
    }

    private int between(long first, long last) {
        return tries.subMap(first, true, last, true).values().stream().mapToInt(number -> number).sum();
    }

    /** How many are counted. */
    int total() {
        return tries.values().stream().mapToInt(number -> number).sum();
    }

    /** The write that counts a try at this moment; refused where others were counted since this was read. */
    public Write take(Instant at) {
        var counted = new TreeMap<>(tries);
        counted.merge(slot(at), 1, Integer::sum);
        var over = Instant.ofEpochSecond((counted.lastKey() + longest() + 1) * slotSeconds);
        var item = Item.at(key).with("revision", revision + 1).with("expires", Item.seconds(over));
        counted.forEach((slot, number) -> item.with(TRIES + slot, number));
        return Write.putNext(item, revision);
    }

    private long slot(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), slotSeconds);
    }

    private long slots(Limits.Bound bound) {
        return bound.within().toSeconds() / slotSeconds;
    }

    private long longest() {
        return limit.bounds().stream().mapToLong(this::slots).max().orElseThrow();
    }
}
