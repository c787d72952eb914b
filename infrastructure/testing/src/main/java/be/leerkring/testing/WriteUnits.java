package be.leerkring.testing;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Which items a call writes or checks, and how much of each it brings. */
final class WriteUnits {

    private WriteUnits() {}

    record Place(String partition, String sort) {

        private static Place of(Map<String, AttributeValue> key) {
            return new Place(key.get("pk").s(), key.get("sk").s());
        }
    }

    /**
     * One item of a call.
     *
     * @param size of what is brought, in bytes
     * @param whole whether that is all of the item
     */
    record Part(Place place, int size, boolean whole) {

        private static Part put(Map<String, AttributeValue> item) {
            return new Part(Place.of(item), Meter.size(item), true);
        }

        private static Part update(Map<String, AttributeValue> key, Map<String, AttributeValue> values) {
            return new Part(Place.of(key), Meter.size(values), false);
        }

        private static Part delete(Map<String, AttributeValue> key) {
            return new Part(Place.of(key), 0, true);
        }

        private static Part check(Map<String, AttributeValue> key) {
            return new Part(Place.of(key), 0, false);
        }
    }

    static List<Part> of(SdkRequest request) {
        return switch (request) {
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream().map(WriteUnits::of).toList();
            case PutItemRequest put -> List.of(Part.put(put.item()));
            case UpdateItemRequest update -> List.of(Part.update(update.key(), update.expressionAttributeValues()));
            case DeleteItemRequest delete -> List.of(Part.delete(delete.key()));
            default -> List.of();
        };
    }

    private static Part of(TransactWriteItem operation) {
        if (operation.put() != null) {
            return Part.put(operation.put().item());
        }
        if (operation.update() != null) {
            return Part.update(operation.update().key(), operation.update().expressionAttributeValues());
        }
        return operation.delete() != null
                ? Part.delete(operation.delete().key())
                : Part.check(operation.conditionCheck().key());
    }
}
