package be.leerkring.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StreamSource;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of the records of which a function fails. */
class RetriesTest extends RelayedTable {

    @Test
    void afterAPartialFailureTheRestIsTriedAgainFromTheFirstThatFailed() {
        IntStream.range(0, 6).forEach(number -> write("item" + number));
        var failures = new CopyOnWriteArrayList<>(List.of("item2", "item4"));
        try (var relay = follow(source(10, -1, true, false), event -> {
            accept(event);
            var failed = event.getRecords().stream().filter(record -> failures.contains(name(record))).toList();
            failures.clear();
            return failed(failed);
        })) {
            relay.awaitIdle(PATIENCE);
        }
        assertThat(delivered)
                .startsWith("item0", "item1", "item2", "item3", "item4", "item5")
                .endsWith("item5", "item2", "item3", "item4", "item5")
                .hasSize(10);
        assertThat(discarded).isEmpty();
    }

    @Test
    void anExceptionFailsTheWholeBatch() {
        IntStream.range(0, 3).forEach(number -> write("item" + number));
        try (var relay = follow(source(10, -1, true, false), event -> {
            accept(event);
            if (batches.size() == 1) {
                throw new IllegalStateException("The function fails on purpose");
            }
            return failed(List.of());
        })) {
            relay.awaitIdle(PATIENCE);
        }
        assertThat(delivered).containsExactly("item0", "item1", "item2", "item0", "item1", "item2");
    }

    @Test
    void aPoisonedRecordIsDiscardedAndTheOthersAreDelivered() {
        IntStream.range(0, 8).forEach(number -> write("item" + number));
        try (var relay = follow(source(8, 2, false, true), event -> {
            if (event.getRecords().stream().anyMatch(record -> name(record).equals("item5"))) {
                throw new IllegalStateException("The function fails on purpose");
            }
            return accept(event);
        })) {
            relay.awaitIdle(PATIENCE);
        }
        assertThat(delivered).containsExactly("item0", "item1", "item2", "item3", "item4", "item6", "item7");
        assertThat(discarded).singleElement().satisfies(batch -> {
            assertThat(batch.reason()).isEqualTo(DiscardedBatch.Reason.RETRY_ATTEMPTS_EXHAUSTED);
            assertThat(batch.event().getRecords()).extracting(RelayedTable::name).containsExactly("item5");
        });
    }

    @Test
    void aPoisonedRecordThatIsReportedIsDiscardedToo() {
        var seen = new CopyOnWriteArraySet<String>();
        IntStream.range(0, 8).forEach(number -> write("item" + number));
        try (var relay = follow(source(8, 2, true, true), event -> {
            var poisoned = event.getRecords().stream().filter(record -> name(record).equals("item5")).toList();
            event.getRecords().forEach(record -> seen.add(name(record)));
            return failed(poisoned);
        })) {
            relay.awaitIdle(PATIENCE);
        }
        assertThat(seen).hasSize(8);
        assertThat(discarded).singleElement().satisfies(batch -> assertThat(batch.event().getRecords())
                .extracting(RelayedTable::name)
                .containsExactly("item5"));
    }

    @Test
    void aRecordThatWaitedTooLongIsDiscarded() {
        write("late");
        var age = Optional.of(Duration.ofMillis(50));
        var source = new StreamSource("Changes", List.of(), 1, -1, age, false, false, Duration.ZERO);
        try (var relay = follow(source, event -> {
            throw new IllegalStateException("The function fails on purpose");
        })) {
            relay.awaitIdle(PATIENCE);
        }
        assertThat(discarded).singleElement()
                .satisfies(batch -> assertThat(batch.reason()).isEqualTo(DiscardedBatch.Reason.RECORD_AGE_EXCEEDED));
    }

    private static StreamsEventResponse failed(List<DynamodbStreamRecord> records) {
        return new StreamsEventResponse(records.stream()
                .map(record -> new BatchItemFailure(record.getDynamodb().getSequenceNumber()))
                .toList());
    }
}
