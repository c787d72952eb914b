package be.leerkring.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.StreamSource;
import be.leerkring.emulator.template.TemplateTable;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

class StreamRelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final StreamSource ALL = StreamSource.withDefaults("Changes");

    private static EmbeddedDynamoDb database;

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final List<DiscardedBatch> discarded = new CopyOnWriteArrayList<>();
    private String table;

    @BeforeAll
    static void start() {
        database = EmbeddedDynamoDb.inMemory();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void createTable(TestInfo test) {
        table = test.getTestMethod().orElseThrow().getName();
        TemplateTable.in(StackTemplate.read(Path.of("src/test/resources/nested/table.yaml"), Map.of("Prefix", "test")))
                .create(database.client(), table);
    }

    @Test
    void everyChangeIsDeliveredInOrderFromTheBeginning() {
        write("before");
        try (var relay = follow(ALL, this::accept)) {
            IntStream.range(0, 250).mapToObj(number -> "after" + number).forEach(this::write);
            relay.awaitIdle(PATIENCE);
        }
        assertThat(delivered).hasSize(251).startsWith("before", "after0", "after1").endsWith("after248", "after249");
    }

    @Test
    void aRecordSaysWhatLambdaWouldSay() {
        var records = new CopyOnWriteArrayList<DynamodbStreamRecord>();
        try (var relay = follow(ALL, event -> {
            records.addAll(event.getRecords());
            return null;
        })) {
            database.client().putItem(request -> request.tableName(table).item(Map.of(
                    "pk", AttributeValue.fromS("MAIL#1"),
                    "sk", AttributeValue.fromS("MAIL"),
                    "tries", AttributeValue.fromN("2"),
                    "body", AttributeValue.fromM(Map.of("html", AttributeValue.fromS("<p>é</p>"))))));
            relay.awaitIdle(PATIENCE);
        }
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.getEventName()).isEqualTo("INSERT");
            assertThat(record.getEventSource()).isEqualTo("aws:dynamodb");
            assertThat(record.getEventSourceARN()).contains(table);
            var change = record.getDynamodb();
            assertThat(change.getKeys().get("pk").getS()).isEqualTo("MAIL#1");
            assertThat(change.getNewImage().get("tries").getN()).isEqualTo("2");
            assertThat(change.getNewImage().get("body").getM().get("html").getS()).isEqualTo("<p>é</p>");
            assertThat(change.getOldImage()).isNull();
            assertThat(change.getSequenceNumber()).isNotBlank();
        });
    }

    @Test
    void onlyWhatOneOfThePatternsMatchesIsDelivered() {
        var source = StreamSource.withDefaults(
                "Changes",
                "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":[{\"prefix\":\"MAIL#\"}]}}}}",
                "{\"eventName\":[\"REMOVE\"]}");
        try (var relay = follow(source, this::accept)) {
            write("MAIL#1");
            write("LINK#1");
            write("MAIL#2");
            database.client().updateItem(request -> request.tableName(table)
                    .key(key("MAIL#1"))
                    .updateExpression("SET sent = :sent")
                    .expressionAttributeValues(Map.of(":sent", AttributeValue.fromBool(true))));
            database.client().deleteItem(request -> request.tableName(table).key(key("LINK#1")));
            relay.awaitIdle(PATIENCE);
        }
        assertThat(delivered).containsExactly("MAIL#1", "MAIL#2", "LINK#1");
    }

    @Test
    void batchesAreNoLargerThanAsked() {
        IntStream.range(0, 25).forEach(number -> write("item" + number));
        try (var relay = follow(source(10, -1, false, false), this::accept)) {
            relay.awaitIdle(PATIENCE);
        }
        assertThat(batches).containsExactly(10, 10, 5);
    }

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
            assertThat(batch.event().getRecords()).extracting(StreamRelayTest::name).containsExactly("item5");
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
                .extracting(StreamRelayTest::name)
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

    @Test
    void idleMeansThatWhatTheFunctionWroteIsDeliveredToo() {
        try (var relay = follow(ALL, event -> {
            accept(event);
            var last = name(event.getRecords().getLast());
            if (last.length() < 6) {
                write(last + "!");
            }
            return null;
        })) {
            write("a");
            relay.awaitIdle(PATIENCE);
            assertThat(delivered).containsExactly("a", "a!", "a!!", "a!!!", "a!!!!", "a!!!!!");
        }
    }

    @Test
    void waitingForWhatNeverSucceedsEnds() {
        write("item");
        try (var relay = follow(ALL, event -> {
            throw new IllegalStateException("The function fails on purpose");
        })) {
            assertThatThrownBy(() -> relay.awaitIdle(Duration.ofMillis(100)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Changes");
        }
    }

    @Test
    void aTableWithoutAStreamIsRefused() {
        database.client().createTable(request -> request.tableName("streamless")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder().attributeName("pk").attributeType("S").build())
                .keySchema(KeySchemaElement.builder().attributeName("pk").keyType("HASH").build()));
        table = "streamless";
        assertThatThrownBy(() -> follow(ALL, this::accept)).isInstanceOf(IllegalArgumentException.class);
    }

    private StreamRelay follow(StreamSource source, Function<DynamodbEvent, StreamsEventResponse> function) {
        return StreamRelay.follow(database, table, source, function, discarded::add);
    }

    private static StreamSource source(int batchSize, int retries, boolean reports, boolean bisects) {
        return new StreamSource(
                "Changes", List.of(), batchSize, retries, Optional.empty(), reports, bisects, Duration.ZERO);
    }

    private StreamsEventResponse accept(DynamodbEvent event) {
        batches.add(event.getRecords().size());
        event.getRecords().stream().map(StreamRelayTest::name).forEach(delivered::add);
        return null;
    }

    private static StreamsEventResponse failed(List<DynamodbStreamRecord> records) {
        return new StreamsEventResponse(records.stream()
                .map(record -> new BatchItemFailure(record.getDynamodb().getSequenceNumber()))
                .toList());
    }

    private void write(String name) {
        database.client().putItem(request -> request.tableName(table).item(key(name)));
    }

    private static Map<String, AttributeValue> key(String name) {
        return Map.of("pk", AttributeValue.fromS(name), "sk", AttributeValue.fromS("ITEM"));
    }

    private static String name(DynamodbStreamRecord record) {
        return record.getDynamodb().getKeys().get("pk").getS();
    }
}
