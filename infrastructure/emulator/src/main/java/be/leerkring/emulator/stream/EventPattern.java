package be.leerkring.emulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One filter pattern of an event source: which records reach the function.
 *
 * <p>A pattern has the shape of the record; its leaves are lists of alternatives, of which the record's value must be
 * one: a plain value, or one of {@code prefix}, {@code suffix}, {@code equals-ignore-case}, {@code exists} and
 * {@code anything-but}. Lambda knows more; a pattern with one of those is refused rather than misread.
 */
public final class EventPattern {

    private final JsonNode pattern;

    private EventPattern(JsonNode pattern) {
        this.pattern = pattern;
    }

    public static EventPattern parse(String pattern) {
        try {
            var parsed = RecordDocument.JSON.readTree(pattern);
            check(parsed, pattern);
            return new EventPattern(parsed);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A filter pattern is not JSON: " + pattern, e);
        }
    }

    private static void check(JsonNode node, String pattern) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("A filter pattern's values stand in lists; one does not: " + pattern);
        }
        for (var field : node.properties()) {
            if (!field.getValue().isArray()) {
                check(field.getValue(), pattern);
            } else {
                field.getValue().forEach(alternative -> checkAlternative(alternative, pattern));
            }
        }
    }

    private static void checkAlternative(JsonNode alternative, String pattern) {
        var understood = switch (operator(alternative)) {
            case "", "prefix", "suffix", "exists", "equals-ignore-case", "anything-but" -> true;
            default -> false;
        };
        if (!understood) {
            throw new IllegalArgumentException(
                    "The filter pattern uses " + alternative + ", which is not understood here: " + pattern);
        }
    }

    boolean matches(JsonNode record) {
        return matches(pattern, record);
    }

    private static boolean matches(JsonNode pattern, JsonNode value) {
        return pattern.properties().stream().allMatch(field -> {
            var inner = value.path(field.getKey());
            return field.getValue().isArray() ? matchesAny(field.getValue(), inner) : matches(field.getValue(), inner);
        });
    }

    private static boolean matchesAny(JsonNode alternatives, JsonNode value) {
        return elements(alternatives).anyMatch(alternative -> matchesAlternative(alternative, value));
    }

    private static boolean matchesAlternative(JsonNode alternative, JsonNode value) {
        if (operator(alternative).equals("exists")) {
            return alternative.get("exists").booleanValue() == (value.isValueNode() || value.isArray());
        }
        // Of a set, one element has to match.
        return value.isArray()
                ? elements(value).anyMatch(element -> matchesLeaf(alternative, element))
                : value.isValueNode() && matchesLeaf(alternative, value);
    }

    private static boolean matchesLeaf(JsonNode alternative, JsonNode value) {
        var operator = operator(alternative);
        var operand = alternative.path(operator);
        return switch (operator) {
            case "" -> alternative.equals(value);
            case "prefix" -> value.isTextual() && value.textValue().startsWith(operand.textValue());
            case "suffix" -> value.isTextual() && value.textValue().endsWith(operand.textValue());
            case "equals-ignore-case" -> value.isTextual() && value.textValue().equalsIgnoreCase(operand.textValue());
            case "anything-but" ->
                operand.isArray() ? !matchesAny(operand, value) : !matchesAlternative(operand, value);
            default -> throw new IllegalStateException("The pattern was not checked: " + alternative);
        };
    }

    /** The name of the operator, or nothing for a plain value. */
    private static String operator(JsonNode alternative) {
        if (!alternative.isObject()) {
            return "";
        }
        return alternative.size() == 1 ? alternative.fieldNames().next() : "an operator beside another";
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
