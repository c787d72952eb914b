package be.leerkring.emulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leerkring.emulator.template.TemplateTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class EmbeddedDynamoDbTest {

    private static final TemplateTable TABLE = TemplateTable.in(Path.of("../table.yaml"));

    @Test
    void anInMemoryStoreIsEmptyAndOnItsOwn() {
        try (var one = EmbeddedDynamoDb.inMemory();
                var other = EmbeddedDynamoDb.inMemory()) {
            TABLE.create(one.client(), "leerkring");
            assertThat(one.client().listTables().tableNames()).containsExactly("leerkring");
            assertThat(other.client().listTables().tableNames()).isEmpty();
            assertThat(one.endpoint().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aStoreInADirectorySurvivesARestart(@TempDir Path directory) {
        try (var database = EmbeddedDynamoDb.in(directory.resolve("data"))) {
            TABLE.create(database.client(), "leerkring");
            database.client().putItem(request -> request.tableName("leerkring").item(item("kept")));
        }
        try (var database = EmbeddedDynamoDb.in(directory.resolve("data"))) {
            assertThat(database.client().getItem(request -> request.tableName("leerkring").key(item("kept"))).item())
                    .containsAllEntriesOf(item("kept"));
        }
    }

    @Test
    void aStoreAnswersWhileOthersAreMade() {
        try (var asked = EmbeddedDynamoDb.inMemory(); var makers = Executors.newSingleThreadExecutor()) {
            var made = makers.submit(() -> IntStream.range(0, 800).forEach(one -> EmbeddedDynamoDb.inMemory().close()));
            do {
                assertThat(asked.client().listTables().tableNames()).isEmpty();
            } while (!made.isDone());
            assertThat(made).succeedsWithin(Duration.ZERO);
        }
    }

    @Test
    void aTableThatChangesLeavesThoseAlikeAsTheyWere() {
        try (var database = EmbeddedDynamoDb.inMemory()) {
            var client = database.client();
            for (var name : List.of("changed", "alike")) {
                createWithoutTimeToLive(client, name);
                client.putItem(request -> request.tableName(name).item(item("read")));
            }
            client.updateTimeToLive(request -> request.tableName("changed")
                    .timeToLiveSpecification(way -> way.enabled(true).attributeName("until")));
            createWithoutTimeToLive(client, "alike-later");

            assertThat(timeToLive(client, "changed")).isEqualTo(TimeToLiveStatus.ENABLED);
            assertThat(timeToLive(client, "alike")).isEqualTo(TimeToLiveStatus.DISABLED);
            assertThat(timeToLive(client, "alike-later")).isEqualTo(TimeToLiveStatus.DISABLED);
        }
    }

    private static void createWithoutTimeToLive(DynamoDbClient client, String name) {
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
    }

    private static TimeToLiveStatus timeToLive(DynamoDbClient client, String name) {
        return client.describeTimeToLive(request -> request.tableName(name))
                .timeToLiveDescription()
                .timeToLiveStatus();
    }

    @Test
    void aTransactionIsAllOrNothing() {
        try (var database = EmbeddedDynamoDb.inMemory()) {
            TABLE.create(database.client(), "leerkring");
            putNew(database.client(), "first", "second");
            assertThatThrownBy(() -> putNew(database.client(), "third", "second"))
                    .isInstanceOfSatisfying(TransactionCanceledException.class, cancelled -> assertThat(
                            cancelled.cancellationReasons())
                            .extracting(CancellationReason::code)
                            .containsExactly("None", "ConditionalCheckFailed"));
            var third = database.client().getItem(request -> request.tableName("leerkring").key(item("third")));
            assertThat(third.hasItem()).isFalse();
        }
    }

    /** DynamoDB would bill four units for the two: this store counts equal costs within a transaction only once. */
    @Test
    void theCapacityOfATransactionLeavesOutWhatCostsTheSame() {
        try (var database = EmbeddedDynamoDb.inMemory()) {
            TABLE.create(database.client(), "leerkring");
            assertThat(putNew(database.client(), "alone")).isEqualTo(2.0);
            assertThat(putNew(database.client(), "one", "two")).isEqualTo(2.0);
        }
    }

    private static double putNew(DynamoDbClient client, String... names) {
        var puts = Stream.of(names).map(EmbeddedDynamoDbTest::putNew).toList();
        return client.transactWriteItems(request -> request.transactItems(puts)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .getFirst()
                .capacityUnits();
    }

    private static TransactWriteItem putNew(String name) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName("leerkring")
                        .item(item(name))
                        .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private static Map<String, AttributeValue> item(String name) {
        return Map.of("pk", AttributeValue.fromS(name), "sk", AttributeValue.fromS("ITEM"));
    }
}
