package be.leerkring.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leerkring.emulator.template.StreamSource;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

class StreamRelayTest extends RelayedTable {

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
}
