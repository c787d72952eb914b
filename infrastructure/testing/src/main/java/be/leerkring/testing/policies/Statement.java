package be.leerkring.testing.policies;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What one statement of a policy allows on the table.
 *
 * @param policy the managed policy that it stands in, or the function
 * @param actions without {@code dynamodb:}
 * @param indexes those it is about; the empty one is the table itself
 * @param partitions kinds of partitions, such as {@code SESSION#*}; empty for any
 * @param attributes those that a call may name; empty for any
 */
public record Statement(
        String policy,
        Set<String> actions,
        Set<String> indexes,
        Set<String> partitions,
        Set<String> attributes) {

    private static final String DYNAMODB = "dynamodb:";
    private static final String INDEX = "/index/";

    /** The statements about the table in a policy's document; any other is left out. */
    static Stream<Statement> of(String policy, Map<?, ?> document) {
        return list(document.get("Statement")).stream()
                .map(Map.class::cast)
                .filter(statement -> list(statement.get("Action")).getFirst().toString().startsWith(DYNAMODB))
                .map(statement -> statement(policy, statement));
    }

    private static Statement statement(String policy, Map<?, ?> statement) {
        if (!"Allow".equals(statement.get("Effect"))) {
            throw new IllegalArgumentException(policy + " has a statement that does not allow: " + statement);
        }
        return new Statement(
                policy,
                texts(list(statement.get("Action")), action -> action.replaceFirst(DYNAMODB, "")),
                texts(list(statement.get("Resource")), resource -> resource.contains(INDEX)
                        ? resource.substring(resource.indexOf(INDEX) + INDEX.length())
                        : ""),
                condition(statement, "ForAllValues:StringLike", "dynamodb:LeadingKeys"),
                condition(statement, "ForAllValues:StringEquals", "dynamodb:Attributes"));
    }

    private static Set<String> condition(Map<?, ?> statement, String operator, String about) {
        return statement.get("Condition") instanceof Map<?, ?> condition
                && condition.get(operator) instanceof Map<?, ?> values
                && values.get(about) != null
                        ? texts(list(values.get(about)), text -> text)
                        : Set.of();
    }

    private static Set<String> texts(List<?> values, UnaryOperator<String> change) {
        return Set.copyOf(values.stream().map(value -> change.apply((String) value)).toList());
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** Whether it allows all of these, in the table or in this index. */
    boolean allows(String index, Set<TableCall.Part> parts) {
        return indexes.contains(index)
                && parts.stream().allMatch(part -> actions.contains(part.action())
                        && (partitions.isEmpty() || partitions.contains(part.partition()))
                        && (attributes.isEmpty() || attributes.containsAll(part.attributes())));
    }

    /** Whether it is about certain attributes, so that nothing else can stand in it. */
    boolean isLimited() {
        return !attributes.isEmpty();
    }

    /** Its actions, its partitions and its indexes. */
    public Set<String> granted() {
        return Stream.of(actions.stream(), partitions.stream(), indexes.stream().map(Statement::index))
                .flatMap(each -> each)
                .collect(toSet());
    }

    static String index(String name) {
        return name.isEmpty() ? "the table" : "the index " + name;
    }
}
