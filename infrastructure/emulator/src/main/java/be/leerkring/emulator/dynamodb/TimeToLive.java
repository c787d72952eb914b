package be.leerkring.emulator.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Deletes what has expired, by a clock that can be moved: DynamoDB Local's own time to live goes by the machine's. It
 * does so at once, or as late as DynamoDB may (Amazon DynamoDB Developer Guide, "Time to Live").
 */
public final class TimeToLive {

    private static final Duration LATE = Duration.ofDays(2);

    private final DynamoDbClient client;
    private final String table;
    private final LongSupplier writes;
    private NavigableMap<Long, List<Map<String, AttributeValue>>> ends = new TreeMap<>();
    private long seen = -1;
    private volatile boolean late;

    public TimeToLive(DynamoDbClient client, String table, LongSupplier writes) {
        this.client = client;
        this.table = table;
        this.writes = writes;
    }

    /** Whether what has expired stays for two days more. */
    public boolean isLate() {
        return late;
    }

    /** From now on, what has expired stays for two days more, or does not. */
    public void turn(boolean toLate) {
        late = toLate;
    }

    /** Whether something is to be gone by this moment. */
    public boolean hasEnds(Instant now) {
        return !over(now).isEmpty();
    }

    /** Deletes what was to be gone by this moment; whatever follows the table's stream learns of it. */
    public void expire(Instant now) {
        var over = over(now);
        over.forEach((second, keys) -> keys.forEach(key -> delete(key, second)));
        over.clear();
    }

    private NavigableMap<Long, List<Map<String, AttributeValue>>> over(Instant now) {
        var written = writes.getAsLong();
        if (written != seen) {
            seen = written;
            ends = ends();
        }
        return ends.headMap((late ? now.minus(LATE) : now).getEpochSecond(), true);
    }

    private NavigableMap<Long, List<Map<String, AttributeValue>>> ends() {
        var found = new TreeMap<Long, List<Map<String, AttributeValue>>>();
        client.scanPaginator(scan -> scan.tableName(table)
                .projectionExpression("pk, sk, expires")
                .filterExpression("attribute_exists(expires)"))
                .items()
                .forEach(item -> found
                        .computeIfAbsent(Long.valueOf(item.get("expires").n()), second -> new ArrayList<>())
                        .add(Map.of("pk", item.get("pk"), "sk", item.get("sk"))));
        return found;
    }

    private void delete(Map<String, AttributeValue> key, long second) {
        try {
            client.deleteItem(delete -> delete.tableName(table)
                    .key(key)
                    .conditionExpression("expires <= :second")
                    .expressionAttributeValues(Map.of(":second", AttributeValue.fromN(Long.toString(second)))));
        } catch (ConditionalCheckFailedException renewed) {
            // It was written anew meanwhile, and lives on.
        }
    }
}
