package be.leerkring.emulator.stream;

import be.leerkring.emulator.template.StreamSource;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one shard's records to the function, in order and in batches, and tries again what failed. As in the cloud, a
 * batch that fails holds up those behind it, until it succeeds or is discarded.
 */
final class ShardDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ShardDelivery.class);

    private final StreamSource source;
    private final Function<DynamodbEvent, StreamsEventResponse> function;
    private final Consumer<DiscardedBatch> onFailure;
    private final Deque<Batch> waiting = new ArrayDeque<>();

    /** @param failures how often these records have failed since they became a batch of their own */
    private record Batch(List<DynamodbStreamRecord> records, int failures, long arrivedAt, long dueAt) {

        Batch part(int from, int to, int failures, long dueAt) {
            return new Batch(records.subList(from, to), failures, arrivedAt, dueAt);
        }

        int size() {
            return records.size();
        }
    }

    ShardDelivery(
            StreamSource source,
            Function<DynamodbEvent, StreamsEventResponse> function,
            Consumer<DiscardedBatch> onFailure) {
        this.source = source;
        this.function = function;
        this.onFailure = onFailure;
    }

    void add(List<DynamodbStreamRecord> records) {
        var now = System.nanoTime();
        for (var from = 0; from < records.size(); from += source.batchSize()) {
            var to = Math.min(from + source.batchSize(), records.size());
            waiting.addLast(new Batch(List.copyOf(records.subList(from, to)), 0, now, now));
        }
    }

    /** Whether everything is delivered or discarded. */
    boolean isDone() {
        return waiting.isEmpty();
    }

    /** Whether the first batch may be tried now: a failed one is given a moment first. */
    boolean isDue() {
        return !waiting.isEmpty() && System.nanoTime() - waiting.getFirst().dueAt() >= 0;
    }

    /** Tries the first batch. */
    void attempt() {
        var batch = waiting.removeFirst();
        if (isTooOld(batch)) {
            onFailure.accept(new DiscardedBatch(event(batch), DiscardedBatch.Reason.RECORD_AGE_EXCEEDED));
            return;
        }
        var handled = handle(batch);
        if (handled < batch.size()) {
            tryAgain(batch, handled);
        }
    }

    /*
     * By how long the relay has had them: DynamoDB Local rounds the moment of a change down to the minute.
     */
    private boolean isTooOld(Batch batch) {
        return source.maximumRecordAge()
                .map(age -> System.nanoTime() - batch.arrivedAt() > age.toNanos())
                .orElse(false);
    }

    /** How many records from the first on the function has handled. */
    private int handle(Batch batch) {
        try {
            var response = function.apply(event(batch));
            return source.reportsBatchItemFailures() && response != null ? handled(batch, response) : batch.size();
        } catch (Throwable e) {
            LOG.warn("{}: the function failed at a batch of {}", source.name(), batch.size(), e);
            return 0;
        }
    }

    /** Up to the first that failed; a sequence number that is not in the batch means that all of it failed. */
    private static int handled(Batch batch, StreamsEventResponse response) {
        var sequenceNumbers = batch.records().stream()
                .map(record -> record.getDynamodb().getSequenceNumber())
                .toList();
        return Stream.ofNullable(response.getBatchItemFailures())
                .flatMap(List::stream)
                .mapToInt(failure -> Math.max(0, sequenceNumbers.indexOf(failure.getItemIdentifier())))
                .min()
                .orElse(batch.size());
    }

    private void tryAgain(Batch batch, int handled) {
        var failures = handled > 0 ? 1 : batch.failures() + 1;
        var dueAt = System.nanoTime() + pause(failures);
        var left = batch.size() - handled;
        if (source.bisectsBatchOnFunctionError() && left > 1) {
            // Splitting does not count as one of the attempts.
            var middle = handled + left / 2;
            waiting.addFirst(batch.part(middle, batch.size(), 0, dueAt));
            waiting.addFirst(batch.part(handled, middle, 0, dueAt));
        } else if (source.maximumRetryAttempts() >= 0 && failures > source.maximumRetryAttempts()) {
            var discarded = batch.part(handled, batch.size(), failures, dueAt);
            onFailure.accept(new DiscardedBatch(event(discarded), DiscardedBatch.Reason.RETRY_ATTEMPTS_EXHAUSTED));
        } else {
            waiting.addFirst(batch.part(handled, batch.size(), failures, dueAt));
        }
    }

    /** Ten milliseconds before the first retry, twice as long before each next, at most two thirds of a second. */
    private static long pause(int failures) {
        return 10_000_000L << Math.min(failures - 1, 6);
    }

    private static DynamodbEvent event(Batch batch) {
        var event = new DynamodbEvent();
        event.setRecords(batch.records());
        return event;
    }
}
