package be.leerkring.platform.table;

import java.util.List;

/** What became of a transaction. */
public sealed interface WriteOutcome {

    /** All of it was written. */
    record Written() implements WriteOutcome {}

    /**
     * Nothing was written, for a condition did not hold.
     *
     * @param conditions the places, from 0, of the operations whose condition did not hold
     */
    record Refused(List<Integer> conditions) implements WriteOutcome {}

    /** The decision that led to the write, with what comes of it where it was written. */
    default <T> Decision<T> then(T outcome) {
        return switch (this) {
            case Written _ -> new Decision.Made<>(outcome);
            case Refused _ -> new Decision.Refused<>();
        };
    }
}
