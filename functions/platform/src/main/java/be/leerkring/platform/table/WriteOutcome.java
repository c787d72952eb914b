package be.leerkring.platform.table;

import java.util.List;

/** What became of a transaction. */
public sealed interface WriteOutcome {

    /** All of it was written. */
    record Written() implements WriteOutcome {}

    /**
     * Nothing was written, for a condition did not hold.
     *
     * @param at where a condition did not hold, in the order of the writes
     */
    record Refused(List<Key> at) implements WriteOutcome {}

    /** The decision that led to the write, with what comes of it where it was written. */
    default <T> Decision<T> then(T outcome) {
        return switch (this) {
            case Written _ -> new Decision.Made<>(outcome);
            case Refused _ -> new Decision.Refused<>();
        };
    }
}
