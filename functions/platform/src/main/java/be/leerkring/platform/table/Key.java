package be.leerkring.platform.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an item stands.
 *
 * @param partition the value of {@code pk}
 * @param sort the value of {@code sk}
 */
public record Key(String partition, String sort) {

    /** What DynamoDB takes, in bytes (Amazon DynamoDB Developer Guide, "Quotas"); neither may be empty. */
    private static final int LONGEST_PARTITION = 2048;

    private static final int LONGEST_SORT = 1024;

    /** Whether an item can stand here at all: what somebody typed into an address may be longer. */
    boolean isPossible() {
        return fits(partition, LONGEST_PARTITION) && fits(sort, LONGEST_SORT);
    }

    /** Whether an item can stand in this partition at all. */
    static boolean isPossiblePartition(String partition) {
        return fits(partition, LONGEST_PARTITION);
    }

    private static boolean fits(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest && text.getBytes(UTF_8).length <= longest;
    }

    /** The key as the SDK takes it. */
    public Map<String, AttributeValue> attributes() {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }

    @Override
    public String toString() {
        return partition + " " + sort;
    }
}
