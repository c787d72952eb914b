package be.leerkring.testing;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.List;
import java.util.Map;

/** What the table's stream brings, made by hand. */
public final class StreamEvents {

    private StreamEvents() {}

    /**
     * One record: this item has just changed.
     *
     * @param event what happened to it, as the stream calls it: INSERT, MODIFY or REMOVE
     */
    public static DynamodbEvent.DynamodbStreamRecord change(
            String event, String partition, String sort, String sequenceNumber) {
        var change = new StreamRecord();
        change.setKeys(Map.of(
                "pk", new AttributeValue().withS(partition),
                "sk", new AttributeValue().withS(sort)));
        change.setSequenceNumber(sequenceNumber);
        var record = new DynamodbEvent.DynamodbStreamRecord();
        record.setEventName(event);
        record.setDynamodb(change);
        return record;
    }

    /** The event that brings these records. */
    public static DynamodbEvent of(List<DynamodbEvent.DynamodbStreamRecord> records) {
        var event = new DynamodbEvent();
        event.setRecords(records);
        return event;
    }
}
