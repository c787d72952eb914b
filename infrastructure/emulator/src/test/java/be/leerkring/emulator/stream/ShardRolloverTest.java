package be.leerkring.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.dynamodb.WriteSignal;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.StreamSource;
import be.leerkring.emulator.template.TemplateTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/** A shard lives for four hours and is then continued by another one; only the store's inside can hasten that. */
class ShardRolloverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newFixedThreadPool(10);
    private final LocalDBClient store = new LocalDBClient(new SQLiteDBAccess(), new JobsRegister(threads, false));
    private final List<String> delivered = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        store.shutdown();
        threads.shutdownNow();
    }

    @Test
    void whatIsWrittenAfterARolloverIsDeliveredAfterWhatWasWrittenBefore() {
        var template = StackTemplate.read(Path.of("src/test/resources/nested/table.yaml"), Map.of("Prefix", "test"));
        var arn = TemplateTable.in(template).create(store.dynamoDbClient(), "rollover").latestStreamArn();
        try (var relay = relay(arn)) {
            write("first");
            relay.awaitIdle(PATIENCE);
            store.triggerShardRollovers();
            write("second");
            store.triggerShardRollovers();
            write("third");
            relay.awaitIdle(PATIENCE);
        }
        assertThat(delivered).containsExactly("first", "second", "third");
        assertThat(store.dynamoDbStreamsClient()
                .describeStream(request -> request.streamArn(arn))
                .streamDescription()
                .shards())
                .hasSizeGreaterThan(1);
    }

    private StreamRelay relay(String arn) {
        return new StreamRelay(
                store.dynamoDbStreamsClient(),
                arn,
                new WriteSignal(),
                StreamSource.withDefaults("Changes"),
                event -> {
                    event.getRecords()
                            .forEach(record -> delivered.add(record.getDynamodb().getKeys().get("pk").getS()));
                    return null;
                },
                discarded -> {});
    }

    private void write(String name) {
        store.dynamoDbClient()
                .putItem(request -> request.tableName("rollover")
                        .item(Map.of("pk", AttributeValue.fromS(name), "sk", AttributeValue.fromS("ITEM"))));
    }
}
