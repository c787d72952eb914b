package be.leerkring.platform.table;

import com.google.errorprone.annotations.CheckReturnValue;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The one table. Items that are read by their keys are strongly consistent; a query is so where it asks for it, which
 * costs twice as much and is not to be had of an index. An item whose time is over is as good as gone, though DynamoDB
 * may take two days to delete it: no read finds it, no count counts it, and what is new may stand in its place. The
 * classes that own items write their own expressions; here is what all of them share.
 */
@Singleton
public final class Table {

    /** So many items can be read at once (Amazon DynamoDB Developer Guide, BatchGetItem). */
    private static final int AT_ONCE = 100;

    /** When an item's time is over, in seconds since 1970: its time to live. */
    static final String EXPIRES = "expires";

    private final DynamoDbClient dynamoDb;
    private final String name;
    private final Clock clock;

    public Table(DynamoDbClient dynamoDb, @Value("${TABLE_NAME}") String name, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.name = name;
        this.clock = clock;
    }

    /**
     * Reads items: up to 100 in one round trip, as DynamoDB has it, more in several, and none in none. Where no item
     * can stand, because somebody made up a key that DynamoDB does not take, none is looked for.
     *
     * @return those that exist; one that does not is not in the map
     */
    public Map<Key, Item> read(Collection<Key> keys) {
        var found = new HashMap<Key, Item>();
        keys.stream().distinct().filter(Key::isPossible).gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(some -> read(some, found));
        return found;
    }

    private void read(List<Key> keys, Map<Key, Item> found) {
        var asked = KeysAndAttributes.builder()
                .keys(keys.stream().map(Key::attributes).toList())
                .consistentRead(true)
                .build();
        var requests = Map.of(name, asked);
        var patience = Contention.patience();
        while (!requests.isEmpty()) {
            var left = requests;
            var response = dynamoDb.batchGetItem(request -> request.requestItems(left));
            standing(response.responses().getOrDefault(name, List.of()), clock.instant())
                    .forEach(item -> found.put(item.key(), item));
            requests = response.unprocessedKeys();
            if (!requests.isEmpty()) {
                patience.wait("DynamoDB left keys unread");
            }
        }
    }

    private static List<Item> standing(List<Map<String, AttributeValue>> items, Instant now) {
        return items.stream().map(Item::of).filter(item -> stands(item, now)).toList();
    }

    private static boolean stands(Item item, Instant now) {
        return !item.has(EXPIRES) || item.count(EXPIRES) > now.getEpochSecond();
    }

    /** All items that the query finds, page after page, as they are asked for; none where no item can stand. */
    public Stream<Item> query(Query query) {
        if (!query.isPossible()) {
            return Stream.empty();
        }
        return dynamoDb.queryPaginator(query.in(name).build()).items().stream()
                .map(Item::of)
                .filter(item -> stands(item, clock.instant()));
    }

    /** How many items the query finds; it reads all of them, and returns none. */
    public int count(Query query) {
        if (!query.isPossible()) {
            return 0;
        }
        return dynamoDb.queryPaginator(query.counted(name, clock.instant())).stream()
                .mapToInt(QueryResponse::count)
                .sum();
    }

    /** The first page that the query finds: at most the query's limit, and about a megabyte. */
    public List<Item> queryPage(Query query) {
        if (!query.isPossible()) {
            return List.of();
        }
        var found = new ArrayList<Item>();
        var request = query.in(name).build();
        while (true) {
            var response = dynamoDb.query(request);
            var standing = standing(response.items(), clock.instant());
            found.addAll(standing);
            if (standing.size() == response.items().size() || !response.hasLastEvaluatedKey()) {
                return query.most(found);
            }
            request = request.toBuilder().exclusiveStartKey(response.lastEvaluatedKey()).build();
        }
    }

    /**
     * Writes all or nothing. A conflict with another transaction is tried again, after a pause that grows. Where no
     * item can stand, no condition holds.
     *
     * @param writes at most 100, each on an item of its own
     */
    @CheckReturnValue
    public WriteOutcome write(List<Write> writes) {
        var patience = Contention.patience();
        while (true) {
            var outcome = tryTo(writes);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            patience.wait("Another transaction holds the items");
        }
    }

    /** The same, once: where another transaction holds one of the items, it is refused, and nobody knows at which. */
    @CheckReturnValue
    public WriteOutcome writeUnlessHeld(List<Write> writes) {
        return tryTo(writes).orElseGet(() -> new WriteOutcome.Refused(List.of()));
    }

    /** Empty where another transaction holds one of the items. */
    private Optional<WriteOutcome> tryTo(List<Write> writes) {
        var impossible = writes.stream().map(Write::key).filter(key -> !key.isPossible()).toList();
        if (!impossible.isEmpty()) {
            return Optional.of(new WriteOutcome.Refused(impossible));
        }
        var operations = writes.stream().map(write -> write.in(name, clock.instant())).toList();
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(operations));
            return Optional.of(new WriteOutcome.Written());
        } catch (TransactionCanceledException cancelled) {
            return Contention.outcome(cancelled, writes);
        }
    }

    /** Writes all or nothing, where it is as well when the conditions don't hold. */
    public void attempt(List<Write> writes) {
        var _ = write(writes);
    }

    /**
     * Reads, decides and writes, anew each time when the write was refused because something changed in between.
     *
     * @param decision reads what it decides about, each time
     * @return what came of it
     * @throws Busy when it was refused again and again
     */
    @CheckReturnValue
    public <T> T decide(Supplier<Decision<T>> decision) {
        var patience = Contention.patience();
        while (true) {
            switch (patience.during(decision)) {
                case Decision.Made<T>(var outcome) -> {
                    return outcome;
                }
                case Decision.Refused<T> _ -> patience.wait("What this decides about changed");
                case Decision.Waiting<T>(var time) -> patience.pause(time, "It was the turn of others");
            }
        }
    }

    /**
     * Reads, decides and writes, anew each time when the write was refused because something changed in between.
     *
     * @param write reads what it decides about, each time
     * @throws Busy when it was refused again and again
     */
    public void settle(Supplier<WriteOutcome> write) {
        var _ = decide(() -> write.get().then(true));
    }

    /** Deletes these items; one that is not there is as good as deleted. */
    public void delete(Collection<Key> keys) {
        for (var key : keys.stream().filter(Key::isPossible).toList()) {
            Contention.alone(() -> dynamoDb.deleteItem(request -> request.tableName(name).key(key.attributes())));
        }
    }

    /**
     * Changes one item, if its condition holds.
     *
     * @return the attributes that the update asks to be returned; empty where the condition did not hold
     */
    @CheckReturnValue
    public Optional<Item> update(Write update) {
        if (!update.key().isPossible()) {
            return Optional.empty();
        }
        try {
            var updated = Contention.alone(() -> dynamoDb.updateItem(update.updateAlone(name, clock.instant())));
            return Optional.of(Item.of(updated.attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return Optional.empty();
        }
    }

    /** Puts one item, if its condition holds; whether it did. */
    @CheckReturnValue
    public boolean put(Write put) {
        if (!put.key().isPossible()) {
            return false;
        }
        try {
            Contention.alone(() -> dynamoDb.putItem(put.putAlone(name, clock.instant())));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return false;
        }
    }
}
