package be.leerkring.emulator.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How Lambda hands a table's stream to a function: an event source mapping.
 *
 * @param name the name of the event in the template
 * @param filterPatterns of which a record must match one; none lets every record through
 * @param batchSize the most records in one call
 * @param maximumRetryAttempts how often a failed batch is tried again before it is discarded; -1 for ever
 * @param maximumRecordAge after which a record is discarded untried; empty for never
 * @param reportsBatchItemFailures whether the function's answer says which records failed
 * @param bisectsBatchOnFunctionError whether a failed batch is tried again in two halves
 * @param maximumBatchingWindow how long Lambda waits for a batch to fill up
 */
public record StreamSource(
        String name,
        List<String> filterPatterns,
        int batchSize,
        int maximumRetryAttempts,
        Optional<Duration> maximumRecordAge,
        boolean reportsBatchItemFailures,
        boolean bisectsBatchOnFunctionError,
        Duration maximumBatchingWindow) {

    /** Lambda's own defaults, with the given filter patterns. */
    public static StreamSource withDefaults(String name, String... filterPatterns) {
        return new StreamSource(name, List.of(filterPatterns), 100, -1, Optional.empty(), false, false, Duration.ZERO);
    }
}
