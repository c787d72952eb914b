package be.leerkring.platform.table;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** What is looked for in one partition of the table, or of an index; in the order of the sort keys. */
public final class Query {

    private final QueryRequest.Builder request = QueryRequest.builder();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Attribute> values = new HashMap<>();

    private String filter = "";

    private int most = Integer.MAX_VALUE;

    /** A text in a query is a key or the beginning of one. */
    private boolean isPossible = true;

    private Query() {}

    /** Those items whose keys meet this condition. */
    public static Query of(String keyCondition) {
        var query = new Query();
        query.request.keyConditionExpression(keyCondition);
        return query;
    }

    /** In this index, which lags behind the table by a moment, and knows no {@link #consistent}. */
    public Query index(String index) {
        request.indexName(index);
        return this;
    }

    /** What a value in the conditions stands for, such as {@code :now}. */
    public Query with(String placeholder, Attribute value) {
        values.put(placeholder, value);
        return this;
    }

    public Query with(String placeholder, String text) {
        isPossible &= Key.isPossiblePartition(text);
        return with(placeholder, Item.text(text));
    }

    public Query with(String placeholder, Instant instant) {
        return with(placeholder, Item.instant(instant));
    }

    /** What values in the conditions stand for. */
    public Query with(Map<String, Attribute> those) {
        values.putAll(those);
        return this;
    }

    /** What a name in the conditions stands for, such as {@code #at}: some words are DynamoDB's own. */
    public Query name(String placeholder, String attribute) {
        names.put(placeholder, attribute);
        return this;
    }

    /** What names in the conditions stand for. */
    public Query names(Map<String, String> attributes) {
        names.putAll(attributes);
        return this;
    }

    /** Only those of the items that meet this condition too; the others are read and paid for. */
    public Query filter(String condition) {
        filter = condition;
        return this;
    }

    /** Only these attributes, with commas between them; all are read and paid for. */
    public Query project(String attributes) {
        request.projectionExpression(attributes + ", " + Table.EXPIRES);
        return this;
    }

    /** At most so many to a page. */
    public Query limit(int most) {
        this.most = most;
        request.limit(most);
        return this;
    }

    /** The last first. */
    public Query backwards() {
        return forwards(false);
    }

    /** The first first, or the last. */
    public Query forwards(boolean forwards) {
        request.scanIndexForward(forwards);
        return this;
    }

    /** As they stand at this moment; costs twice as much. */
    public Query consistent() {
        request.consistentRead(true);
        return this;
    }

    /** From behind the item with this key. */
    public Query after(Key key) {
        request.exclusiveStartKey(key.attributes());
        return this;
    }

    /** From behind the item with this key, and with these keys in the index. */
    public Query after(Key key, Map<String, Attribute> inIndex) {
        var start = new HashMap<>(key.attributes());
        start.putAll(Attribute.attributes(inIndex));
        request.exclusiveStartKey(start);
        return this;
    }

    /** As many of these as one asked for. */
    <T> List<T> most(List<T> found) {
        return found.size() <= most ? found : found.subList(0, most);
    }

    boolean isPossible() {
        return isPossible;
    }

    /** Finds no item, and says how many it would, those that are over left out. */
    QueryRequest counted(String table, Instant now) {
        var standing = "(attribute_not_exists(" + Table.EXPIRES + ") OR " + Table.EXPIRES + " > :countedAt)";
        filter = filter.isEmpty() ? standing : standing + " AND (" + filter + ")";
        values.put(":countedAt", Item.seconds(now));
        return in(table).select(Select.COUNT).build();
    }

    QueryRequest.Builder in(String table) {
        return request.tableName(table)
                .filterExpression(filter.isEmpty() ? null : filter)
                .expressionAttributeNames(names.isEmpty() ? null : names)
                .expressionAttributeValues(values.isEmpty() ? null : Attribute.attributes(values));
    }
}
