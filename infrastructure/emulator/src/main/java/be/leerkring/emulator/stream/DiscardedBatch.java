package be.leerkring.emulator.stream;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;

/**
 * Records that a function never managed to handle. In the cloud only their place in the stream would be reported.
 *
 * @param event the records, as the function last received them
 * @param reason why they were given up
 */
public record DiscardedBatch(DynamodbEvent event, Reason reason) {

    /** Why records are given up, by the names that Lambda uses. */
    public enum Reason {
        /** The function failed more often than the event source allows. */
        RETRY_ATTEMPTS_EXHAUSTED,
        /** The records waited longer than the event source allows. */
        RECORD_AGE_EXCEEDED
    }
}
