package be.leerkring.platform.limits;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Sha256;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Owns the counts of tries: at most so many in any stretch of time of a length. They stand under a hash, so that the
 * table doesn't tell whose they are, and go when their time is over.
 */
@Singleton
public final class Limits {

    private final Clock clock;

    Limits(Clock clock) {
        this.clock = clock;
    }

    /**
     * How often one of a kind may try one thing.
     *
     * @param what such as {@code sign-in-address}
     * @param bounds all of them hold
     */
    public record Limit(String what, List<Bound> bounds) {

        /** With one bound. */
        public Limit(String what, int most, Duration within) {
            this(what, List.of(new Bound(most, within)));
        }

        Duration shortest() {
            return bounds.stream().map(Bound::within).min(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /**
     * At most so many in any stretch of time that is so long.
     *
     * @param most from 1 to some hundreds
     * @param within some minutes at the least
     */
    public record Bound(int most, Duration within) {}

    /** Where the tries of this one are counted. */
    public Key key(Limit limit, String who) {
        return new Key("LIMIT#" + limit.what(), Sha256.of(who));
    }

    /**
     * How often this one tried.
     *
     * @param read what was read, what stands at {@link #key} among it
     */
    public Count count(Limit limit, String who, Map<Key, Item> read) {
        var key = key(limit, who);
        return new Count(limit, key, Optional.ofNullable(read.get(key)), clock.instant());
    }
}
