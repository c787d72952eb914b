package be.leerkring.platform.table;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The one table. Items that are read by their keys are strongly consistent; a query is so where it asks for it, which
 * costs twice as much and is not to be had of an index. The classes that own items write their own expressions; here is
 * what all of them share.
 */
@Singleton
public final class Table {

    private final DynamoDbClient dynamoDb;
    private final String name;

    public Table(DynamoDbClient dynamoDb, @Value("${TABLE_NAME}") String name) {
        this.dynamoDb = dynamoDb;
        this.name = name;
    }

    /** The table's name, for the expressions of those who own items. */
    public String name() {
        return name;
    }

    /**
     * Reads up to 100 items in one round trip, and none in no round trip.
     *
     * @return those that exist; one that does not is not in the map
     */
    public Map<Key, Item> read(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<Key, Item>();
        var asked = KeysAndAttributes.builder()
                .keys(keys.stream().distinct().map(Key::attributes).toList())
                .consistentRead(true)
                .build();
        var requests = Map.of(name, asked);
        var patience = Contention.patience();
        while (!requests.isEmpty()) {
            var left = requests;
            var response = dynamoDb.batchGetItem(request -> request.requestItems(left));
            response.responses().getOrDefault(name, List.of()).stream()
                    .map(Item::of)
                    .forEach(item -> found.put(item.key(), item));
            requests = response.unprocessedKeys();
            if (!requests.isEmpty()) {
                patience.wait("DynamoDB left keys unread");
            }
        }
        return found;
    }

    /** All items that the query finds, page after page, as they are asked for. */
    public Stream<Item> query(QueryRequest.Builder query) {
        return dynamoDb.queryPaginator(query.tableName(name).build()).items().stream().map(Item::of);
    }

    /** How many items the query finds; it reads all of them, and returns none. */
    public int count(QueryRequest.Builder query) {
        return dynamoDb.queryPaginator(query.tableName(name).select(Select.COUNT).build()).stream()
                .mapToInt(QueryResponse::count)
                .sum();
    }

    /** The first page that the query finds: at most the query's limit, and at most one megabyte. */
    public List<Item> queryPage(QueryRequest.Builder query) {
        return dynamoDb.query(query.tableName(name).build()).items().stream()
                .map(Item::of)
                .toList();
    }

    /**
     * Writes all or nothing. A conflict with another transaction is tried again, after a pause that grows.
     *
     * @param operations at most 100, each on an item of its own
     */
    public WriteOutcome write(List<TransactWriteItem> operations) {
        var patience = Contention.patience();
        while (true) {
            try {
                dynamoDb.transactWriteItems(request -> request.transactItems(operations));
                return new WriteOutcome.Written();
            } catch (TransactionCanceledException cancelled) {
                var codes = cancelled.cancellationReasons().stream()
                        .map(reason -> reason.code())
                        .toList();
                var refused = IntStream.range(0, codes.size())
                        .filter(place -> "ConditionalCheckFailed".equals(codes.get(place)))
                        .boxed()
                        .toList();
                if (!refused.isEmpty()) {
                    return new WriteOutcome.Refused(refused);
                }
                if (!Contention.passes(codes)) {
                    throw cancelled;
                }
                patience.wait("Another transaction holds the items");
            }
        }
    }

    /**
     * Reads, decides and writes, anew each time when the write was refused because something changed in between.
     *
     * @param decision reads what it decides about, each time; empty when its write was refused
     * @return what came of it
     * @throws Busy when it was refused again and again
     */
    public <T> T decide(Supplier<Optional<T>> decision) {
        var patience = Contention.patience();
        while (true) {
            var decided = decision.get();
            if (decided.isPresent()) {
                return decided.get();
            }
            patience.wait("What this decides about changed");
        }
    }

    /** Deletes these items; one that is not there is as good as deleted. */
    public void delete(Collection<Key> keys) {
        for (var key : keys) {
            dynamoDb.deleteItem(request -> request.tableName(name).key(key.attributes()));
        }
    }

    /**
     * Changes one item, if its condition holds.
     *
     * @return the attributes that the update asks to be returned; empty where the condition did not hold
     */
    public Optional<Item> update(UpdateItemRequest.Builder update) {
        try {
            return Optional.of(
                    Item.of(dynamoDb.updateItem(update.tableName(name).build()).attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return Optional.empty();
        }
    }

    /** A put of this item that is refused where one stands already. */
    public TransactWriteItem putNew(Item item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(name)
                        .item(item.attributes())
                        .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    /** A deletion of the item, whatever stands there. */
    public TransactWriteItem deletion(Key key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(name).key(key.attributes()))
                .build();
    }

    /** A deletion of the item; refused where there is none. */
    public TransactWriteItem deleteExisting(Key key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(name)
                        .key(key.attributes())
                        .conditionExpression("attribute_exists(pk)"))
                .build();
    }

    /** A deletion of the item with this revision; refused where another stands. */
    public TransactWriteItem deleteRevision(Key key, long revision) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(name)
                        .key(key.attributes())
                        .conditionExpression("revision = :revision")
                        .expressionAttributeValues(Map.of(":revision", Item.number(revision))))
                .build();
    }

    /** A put of this item, whatever stands there. */
    public TransactWriteItem put(Item item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(name).item(item.attributes()))
                .build();
    }

    /** A put of this item in the place of one with this revision: what was deleted meanwhile stays so. */
    public TransactWriteItem putRevision(Item item, long revision) {
        return put(item, "revision = :revision", revision);
    }

    /** A put of this item where none stands, or in the place of one with this revision. */
    public TransactWriteItem putNewOrRevision(Item item, long revision) {
        return put(item, "attribute_not_exists(pk) OR revision = :revision", revision);
    }

    private TransactWriteItem put(Item item, String condition, long revision) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(name)
                        .item(item.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeValues(Map.of(":revision", Item.number(revision))))
                .build();
    }
}
