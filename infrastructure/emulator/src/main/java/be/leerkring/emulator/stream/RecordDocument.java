package be.leerkring.emulator.stream;

import be.leerkring.emulator.LocalAccount;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** A stream record as the JSON that filter patterns speak of. */
final class RecordDocument {

    static final JsonMapper JSON = new JsonMapper();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordDocument() {}

    static JsonNode of(Record record) {
        var document = NODES.objectNode()
                .put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString())
                .put("eventVersion", record.eventVersion())
                .put("eventSource", record.eventSource())
                .put("awsRegion", LocalAccount.REGION.id());
        if (record.userIdentity() != null) {
            document.putObject("userIdentity")
                    .put("type", record.userIdentity().type())
                    .put("principalId", record.userIdentity().principalId());
        }
        var change = record.dynamodb();
        var details = document.putObject("dynamodb")
                .put("SequenceNumber", change.sequenceNumber())
                .put("SizeBytes", change.sizeBytes())
                .put("StreamViewType", change.streamViewTypeAsString())
                .put("ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
        details.set("Keys", attributes(change.keys()));
        if (change.hasNewImage()) {
            details.set("NewImage", attributes(change.newImage()));
        }
        if (change.hasOldImage()) {
            details.set("OldImage", attributes(change.oldImage()));
        }
        return document;
    }

    private static ObjectNode attributes(Map<String, AttributeValue> item) {
        var attributes = NODES.objectNode();
        item.forEach((name, value) -> attributes.set(name, attribute(value)));
        return attributes;
    }

    private static ObjectNode attribute(AttributeValue value) {
        var attribute = NODES.objectNode();
        switch (value.type()) {
            case S -> attribute.put("S", value.s());
            case N -> attribute.put("N", value.n());
            case B -> attribute.put("B", base64(value.b()));
            case BOOL -> attribute.put("BOOL", value.bool());
            case NUL -> attribute.put("NULL", true);
            case SS -> attribute.set("SS", texts(value.ss()));
            case NS -> attribute.set("NS", texts(value.ns()));
            case BS -> attribute.set("BS", texts(value.bs().stream().map(RecordDocument::base64).toList()));
            case M -> attribute.set("M", attributes(value.m()));
            case L -> attribute.putArray("L").addAll(value.l().stream().map(RecordDocument::attribute).toList());
            case UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("An attribute of a type that is not understood here: " + value);
        }
        return attribute;
    }

    private static JsonNode texts(List<String> texts) {
        return JSON.valueToTree(texts);
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
