package be.leerkring.platform.table;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A value in an item or in an expression. {@link Item} makes those of one part.
 *
 * @param value the value as the SDK takes it
 */
public record Attribute(AttributeValue value) {

    private static final DateTimeFormatter SORTABLE = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** An instant as a key has it: as text that sorts as instants do. */
    public static String sortable(Instant instant) {
        return SORTABLE.format(instant);
    }

    /** A list of texts. */
    public static Attribute texts(List<String> texts) {
        return new Attribute(AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList()));
    }

    /** Bytes of any kind. */
    public static Attribute bytes(byte[] bytes) {
        return new Attribute(AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
    }

    /** A map of numbers. */
    public static Attribute counts(Map<String, Integer> counts) {
        return new Attribute(AttributeValue.fromM(counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> AttributeValue.fromN(entry.getValue().toString())))));
    }

    static Map<String, AttributeValue> attributes(Map<String, Attribute> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
    }
}
