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
}
