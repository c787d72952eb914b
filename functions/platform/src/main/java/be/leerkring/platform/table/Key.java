package be.leerkring.platform.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an item stands.
 *
 * @param partition the value of {@code pk}
 * @param sort the value of {@code sk}
 */
public record Key(String partition, String sort) {

    /** The key as the SDK takes it. */
    public Map<String, AttributeValue> attributes() {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }

    @Override
    public String toString() {
        return partition + " " + sort;
    }
}
