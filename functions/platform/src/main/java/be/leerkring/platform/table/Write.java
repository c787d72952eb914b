package be.leerkring.platform.table;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One change of one item, or one condition on it, that {@link Table} writes alone or with others in a transaction.
 * Expressions are DynamoDB's own: the class that owns the item writes them.
 */
public final class Write {

    private enum Kind {
        PUT,
        UPDATE,
        DELETE,
        CHECK
    }

    private static final String NOW = ":absentAt";

    /** One whose time is over only waits to be deleted. */
    private static final String ABSENT = "attribute_not_exists(pk) OR " + Table.EXPIRES + " <= " + NOW;

    private final Kind kind;
    private final Item item;
    private final String change;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Attribute> values = new HashMap<>();
    private String condition;
    private ReturnValue returned = ReturnValue.NONE;

    private Write(Kind kind, Item item, String change) {
        this.kind = kind;
        this.item = item;
        this.change = change;
    }

    /** A put of this item, whatever stands there. */
    public static Write put(Item item) {
        return new Write(Kind.PUT, item, null);
    }

    /** A put of this item that is refused where one stands already. */
    public static Write putNew(Item item) {
        return put(item).when(ABSENT);
    }

    /** A put of this item in the place of one with this revision: what was deleted meanwhile stays so. */
    public static Write putRevision(Item item, long revision) {
        return put(item).when("revision = :revision").with(":revision", revision);
    }

    /** A put of this item in the place of what was read, by its revision; 0 where nothing stood. Else it is refused. */
    public static Write putNext(Item item, long read) {
        return read == 0 ? putNew(item) : putRevision(item, read);
    }

    /** A change of the item by an update expression. */
    public static Write update(Key key, String change) {
        return new Write(Kind.UPDATE, Item.at(key), change);
    }

    /** A deletion of the item, whatever stands there. */
    public static Write delete(Key key) {
        return new Write(Kind.DELETE, Item.at(key), null);
    }

    /** A deletion of the item; refused where there is none. */
    public static Write deleteExisting(Key key) {
        return delete(key).when("attribute_exists(pk)");
    }

    /** A deletion of the item with this revision; refused where another stands. */
    public static Write deleteRevision(Key key, long revision) {
        return delete(key).when("revision = :revision").with(":revision", revision);
    }

    /** Changes nothing, and refuses the transaction where the condition does not hold. */
    public static Write check(Key key, String condition) {
        return new Write(Kind.CHECK, Item.at(key), null).when(condition);
    }

    /** The same, and refuses it where an item stands there. */
    public static Write checkAbsent(Key key) {
        return check(key, ABSENT);
    }

    /** The same, and refuses it where something else stands there than was read, by its revision; 0 for nothing. */
    public static Write checkRead(Key key, long read) {
        return read == 0 ? checkAbsent(key) : check(key, "revision = :revision").with(":revision", read);
    }

    /** Refused where an item stands there, whose time is not over, and for which this condition does not hold. */
    public Write whenAbsentOr(String expression) {
        return when(ABSENT + " OR (" + expression + ")");
    }

    /** Refused where this condition does not hold. */
    public Write when(String expression) {
        condition = expression;
        return this;
    }

    /** What a name in the expressions stands for, such as {@code #state}: some words are DynamoDB's own. */
    public Write name(String placeholder, String attribute) {
        names.put(placeholder, attribute);
        return this;
    }

    /** What names in the expressions stand for. */
    public Write names(Map<String, String> attributes) {
        names.putAll(attributes);
        return this;
    }

    /** What a value in the expressions stands for, such as {@code :now}. */
    public Write with(String placeholder, Attribute value) {
        values.put(placeholder, value);
        return this;
    }

    public Write with(String placeholder, String text) {
        return with(placeholder, Item.text(text));
    }

    public Write with(String placeholder, long number) {
        return with(placeholder, Item.number(number));
    }

    public Write with(String placeholder, Instant instant) {
        return with(placeholder, Item.instant(instant));
    }

    /** What values in the expressions stand for. */
    public Write with(Map<String, Attribute> those) {
        values.putAll(those);
        return this;
    }

    /** {@link Table#update} returns the item as it is after the update. */
    public Write returningNew() {
        returned = ReturnValue.ALL_NEW;
        return this;
    }

    /** {@link Table#update} returns the changed attributes as they were before. */
    public Write returningOld() {
        returned = ReturnValue.UPDATED_OLD;
        return this;
    }

    /** What a put puts; of any other write, the key alone. */
    public Item item() {
        return item;
    }

    /** Where the item stands. */
    public Key key() {
        return item.key();
    }

    TransactWriteItem in(String table, Instant now) {
        var operation = TransactWriteItem.builder();
        var named = names.isEmpty() ? null : names;
        var valued = valuesAt(now);
        var whole = switch (kind) {
            case PUT ->
                operation.put(put -> put.tableName(table)
                        .item(item.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeNames(named)
                        .expressionAttributeValues(valued));
            case UPDATE ->
                operation.update(update -> update.tableName(table)
                        .key(key().attributes())
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeNames(named)
                        .expressionAttributeValues(valued));
            case DELETE ->
                operation.delete(delete -> delete.tableName(table)
                        .key(key().attributes())
                        .conditionExpression(condition)
                        .expressionAttributeNames(named)
                        .expressionAttributeValues(valued));
            case CHECK ->
                operation.conditionCheck(check -> check.tableName(table)
                        .key(key().attributes())
                        .conditionExpression(condition)
                        .expressionAttributeNames(named)
                        .expressionAttributeValues(valued));
        };
        return whole.build();
    }

    private @Nullable Map<String, AttributeValue> valuesAt(Instant now) {
        if (condition != null && condition.contains(NOW)) {
            values.put(NOW, Item.seconds(now));
        }
        return values.isEmpty() ? null : Attribute.attributes(values);
    }

    UpdateItemRequest updateAlone(String table, Instant now) {
        insist(Kind.UPDATE);
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key().attributes())
                .updateExpression(change)
                .conditionExpression(condition)
                .expressionAttributeNames(names.isEmpty() ? null : names)
                .expressionAttributeValues(valuesAt(now))
                .returnValues(returned)
                .build();
    }

    PutItemRequest putAlone(String table, Instant now) {
        insist(Kind.PUT);
        return PutItemRequest.builder()
                .tableName(table)
                .item(item.attributes())
                .conditionExpression(condition)
                .expressionAttributeNames(names.isEmpty() ? null : names)
                .expressionAttributeValues(valuesAt(now))
                .build();
    }

    private void insist(Kind asked) {
        if (kind != asked) {
            throw new IllegalStateException("No " + asked + ": " + this);
        }
    }

    @Override
    public String toString() {
        return kind + " " + key();
    }
}
