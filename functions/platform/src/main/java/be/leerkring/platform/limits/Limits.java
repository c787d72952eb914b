package be.leerkring.platform.limits;

import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Sha256;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns the counts of tries: at most so many in any stretch of time of a length. They stand under a hash, so that the
 * table doesn't tell whose they are, and go when their time is over.
 */
@Singleton
public final class Limits {

    private final Table table;
    private final Clock clock;

    public Limits(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * At most so many tries of one kind by one of a kind.
     *
     * @param what such as {@code sign-in-address}
     * @param most from 1 to some dozens
     */
    public record Limit(String what, int most, Duration within) {}

    /** Counts this try, if it is allowed; one that is not allowed isn't counted. */
    public boolean allows(Limit limit, String who) {
        return table.decide(() -> {
            var write = take(limit, who, table.read(List.of(key(limit, who))));
            return write.isEmpty() ? Decision.made(false) : table.write(List.of(write.get())).then(true);
        });
    }

    /** Where the tries of this one are counted. */
    public Key key(Limit limit, String who) {
        return new Key("LIMIT#" + limit.what(), Sha256.of(who));
    }

    /**
     * The write that counts a try; empty where it is not allowed. It is refused where others tried meanwhile.
     *
     * @param read what was read, the count among it
     */
    public Optional<Write> take(Limit limit, String who, Map<Key, Item> read) {
        var now = clock.instant();
        var key = key(limit, who);
        var found = Optional.ofNullable(read.get(key));
        var tries = found.stream()
                .flatMap(item -> item.list("tries").stream())
                .map(Instant::parse)
                .filter(at -> now.isBefore(at.plus(limit.within())))
                .toList();
        if (tries.size() >= limit.most()) {
            return Optional.empty();
        }
        long revision = found.map(item -> item.count("revision")).orElse(-1L);
        return Optional.of(Write.putNewOrRevision(
                Item.at(key)
                        .with("revision", revision + 1)
                        .withTexts(
                                "tries",
                                Stream.concat(tries.stream(), Stream.of(now))
                                        .map(at -> Item.sortable(at))
                                        .toList())
                        .with("expires", Item.seconds(now.plus(limit.within()))),
                revision));
    }
}
