package be.leerkring.emulator.stream;

import be.leerkring.emulator.LocalAccount;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Turns the records of a stream's API into those that Lambda hands to a function. */
final class StreamRecords {

    private StreamRecords() {}

    static DynamodbStreamRecord toEvent(Record record, String streamArn) {
        var event = new DynamodbStreamRecord();
        event.setEventID(record.eventID());
        event.setEventName(record.eventNameAsString());
        event.setEventVersion(record.eventVersion());
        event.setEventSource(record.eventSource());
        // DynamoDB Local calls its region "ddblocal"; functions are told the one that the SDK clients use.
        event.setAwsRegion(LocalAccount.REGION.id());
        event.setEventSourceARN(streamArn);
        event.setDynamodb(change(record.dynamodb()));
        if (record.userIdentity() != null) {
            event.setUserIdentity(new Identity()
                    .withPrincipalId(record.userIdentity().principalId())
                    .withType(record.userIdentity().type()));
        }
        return event;
    }

    private static StreamRecord change(software.amazon.awssdk.services.dynamodb.model.StreamRecord change) {
        var event = new StreamRecord();
        event.setApproximateCreationDateTime(Date.from(change.approximateCreationDateTime()));
        event.setSequenceNumber(change.sequenceNumber());
        event.setSizeBytes(change.sizeBytes());
        event.setStreamViewType(StreamViewType.fromValue(change.streamViewTypeAsString()));
        event.setKeys(attributes(change.keys()));
        if (change.hasNewImage()) {
            event.setNewImage(attributes(change.newImage()));
        }
        if (change.hasOldImage()) {
            event.setOldImage(attributes(change.oldImage()));
        }
        return event;
    }

    private static Map<String, AttributeValue> attributes(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
        var attributes = new HashMap<String, AttributeValue>();
        item.forEach((name, value) -> attributes.put(name, attribute(value)));
        return attributes;
    }

    private static AttributeValue attribute(software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
        var attribute = new AttributeValue();
        return switch (value.type()) {
            case S -> attribute.withS(value.s());
            case N -> attribute.withN(value.n());
            case B -> attribute.withB(value.b().asByteBuffer());
            case BOOL -> attribute.withBOOL(value.bool());
            case NUL -> attribute.withNULL(true);
            case SS -> attribute.withSS(value.ss());
            case NS -> attribute.withNS(value.ns());
            case BS -> attribute.withBS(value.bs().stream().map(SdkBytes::asByteBuffer).toList());
            case M -> attribute.withM(attributes(value.m()));
            case L -> attribute.withL(value.l().stream().map(StreamRecords::attribute).toList());
            case UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("An attribute of a type that is not understood here: " + value);
        };
    }
}
