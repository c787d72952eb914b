package be.leerkring.emulator.stream;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.StreamSource;
import be.leerkring.emulator.template.TemplateTable;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table of its own for each test, whose changes a function hears of. */
abstract class RelayedTable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final StreamSource ALL = StreamSource.withDefaults("Changes");
    static EmbeddedDynamoDb database;
    final List<String> delivered = new CopyOnWriteArrayList<>();
    final List<Integer> batches = new CopyOnWriteArrayList<>();
    final List<DiscardedBatch> discarded = new CopyOnWriteArrayList<>();
    String table;

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

    StreamRelay follow(StreamSource source, Function<DynamodbEvent, StreamsEventResponse> function) {
        return StreamRelay.follow(database, table, source, function, discarded::add);
    }

    static StreamSource source(int batchSize, int retries, boolean reports, boolean bisects) {
        return new StreamSource(
                "Changes", List.of(), batchSize, retries, Optional.empty(), reports, bisects, Duration.ZERO);
    }

    StreamsEventResponse accept(DynamodbEvent event) {
        batches.add(event.getRecords().size());
        event.getRecords().stream().map(RelayedTable::name).forEach(delivered::add);
        return null;
    }

    void write(String name) {
        database.client().putItem(request -> request.tableName(table).item(key(name)));
    }

    static Map<String, AttributeValue> key(String name) {
        return Map.of("pk", AttributeValue.fromS(name), "sk", AttributeValue.fromS("ITEM"));
    }

    static String name(DynamodbStreamRecord record) {
        return record.getDynamodb().getKeys().get("pk").getS();
    }
}
