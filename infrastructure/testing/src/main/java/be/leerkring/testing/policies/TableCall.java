package be.leerkring.testing.policies;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One call to the table, as IAM looks at it.
 *
 * @param index the one that is asked, or empty for the table itself
 * @param parts one for each item of a batch or a transaction
 */
public record TableCall(String index, Set<Part> parts) {

    /** The partition key comes first in each condition: {@code pk = :session}. */
    private static final Pattern PARTITION = Pattern.compile("^(#?\\w+) = (:\\w+)");

    /** A name in an expression: no value, no function, no word of the language. */
    private static final Pattern NAME = Pattern.compile("(?<![:\\w#.])#?[A-Za-z_]\\w*(?!\\w*\\()");

    private static final Set<String> WORDS = Set.of("SET", "REMOVE", "ADD", "DELETE", "AND", "OR", "NOT", "IN",
            "BETWEEN");

    /**
     * What is done to one item, or to one partition.
     *
     * @param action without {@code dynamodb:}
     * @param partition the kind of the partition: {@code SESSION#*} for that of any session
     * @param attributes those that an update names; empty for other actions
     */
    public record Part(String action, String partition, Set<String> attributes) {

        static Part read(String line) {
            var parts = line.split(" ", -1);
            return new Part(
                    parts[0], parts[1], parts[2].isEmpty() ? Set.of() : Set.of(parts[2].split(",")));
        }

        String write() {
            return action + " " + partition + " " + attributes.stream().sorted().collect(Collectors.joining(","));
        }
    }

    /** What this request asks for. */
    public static TableCall of(SdkRequest request) {
        return switch (request) {
            case QueryRequest query -> new TableCall(
                    query.indexName() == null ? "" : query.indexName(), Set.of(part("Query", partition(query))));
            case BatchGetItemRequest batch -> table(batch.requestItems().values().stream()
                    .flatMap(keys -> keys.keys().stream())
                    .map(key -> part("BatchGetItem", key)));
            case UpdateItemRequest update -> table(Stream.of(part(
                    update.key(), update.updateExpression(), update.conditionExpression(),
                    update.expressionAttributeNames())));
            case PutItemRequest put -> table(Stream.of(part("PutItem", put.item())));
            case DeleteItemRequest delete -> table(Stream.of(part("DeleteItem", delete.key())));
            case TransactWriteItemsRequest transaction ->
                table(transaction.transactItems().stream().map(TableCall::part));
            default -> throw new IllegalArgumentException(
                    "No policy here is about " + request.getClass().getSimpleName());
        };
    }

    private static TableCall table(Stream<Part> parts) {
        return new TableCall("", parts.collect(Collectors.toSet()));
    }

    private static Part part(TransactWriteItem item) {
        if (item.put() != null) {
            return part("PutItem", item.put().item());
        }
        if (item.delete() != null) {
            return part("DeleteItem", item.delete().key());
        }
        if (item.conditionCheck() != null) {
            return part("ConditionCheckItem", item.conditionCheck().key());
        }
        var update = item.update();
        return part(
                update.key(), update.updateExpression(), update.conditionExpression(),
                update.expressionAttributeNames());
    }

    private static Part part(String action, Map<String, AttributeValue> key) {
        return part(action, key.get("pk").s());
    }

    private static Part part(String action, String partition) {
        return new Part(action, kind(partition), Set.of());
    }

    private static Part part(
            Map<String, AttributeValue> key, String update, String condition, Map<String, String> names) {
        var attributes = new HashSet<>(key.keySet());
        Stream.of(update, condition == null ? "" : condition)
                .flatMap(expression -> NAME.matcher(expression).results())
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .map(name -> names.getOrDefault(name, name))
                .forEach(attributes::add);
        return new Part("UpdateItem", kind(key.get("pk").s()), Set.copyOf(attributes));
    }

    private static String kind(String partition) {
        return partition.replaceFirst("(?s)#.*", "#*");
    }

    private static String partition(QueryRequest query) {
        var condition = PARTITION.matcher(query.keyConditionExpression());
        if (!condition.find()) {
            throw new IllegalArgumentException("Which partition? " + query.keyConditionExpression());
        }
        return query.expressionAttributeValues().get(condition.group(2)).s();
    }

    /** What was written down of a call. */
    public static TableCall read(String line) {
        var parts = List.of(line.split("\t", -1));
        return new TableCall(
                parts.getFirst(), parts.stream().skip(1).map(Part::read).collect(Collectors.toSet()));
    }

    String write() {
        return Stream.concat(Stream.of(index), parts.stream().map(Part::write).sorted())
                .collect(Collectors.joining("\t"));
    }

    @Override
    public String toString() {
        return parts.stream().map(part -> part.action() + " " + part.partition()).distinct().sorted()
                .collect(Collectors.joining(", ")) + (index.isEmpty() ? "" : " in the index " + index);
    }
}
