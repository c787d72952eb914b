package be.leerkring.platform.table;

import java.util.List;
import java.util.Optional;

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

    /** What came of the decision that led to the write; empty when it was refused, and the decision has to be anew. */
    default <T> Optional<T> then(T decided) {
        return switch (this) {
            case Written written -> Optional.of(decided);
            case Refused refused -> Optional.empty();
        };
    }
}
