package be.leerkring.local.scenario;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/** The JSON that Lambda hands to a function that follows a stream of keys, and what the function answers. */
final class StreamEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StreamEvent() {}

    static String write(DynamodbEvent event) {
        var document = JSON.createObjectNode();
        var records = document.putArray("Records");
        for (var record : event.getRecords()) {
            var change = record.getDynamodb();
            var entry = records.addObject()
                    .put("eventID", record.getEventID())
                    .put("eventName", record.getEventName())
                    .put("eventVersion", record.getEventVersion())
                    .put("eventSource", record.getEventSource())
                    .put("awsRegion", record.getAwsRegion())
                    .put("eventSourceARN", record.getEventSourceARN());
            var dynamodb = entry.putObject("dynamodb")
                    .put("ApproximateCreationDateTime", change.getApproximateCreationDateTime().getTime() / 1000)
                    .put("SequenceNumber", change.getSequenceNumber())
                    .put("SizeBytes", change.getSizeBytes())
                    .put("StreamViewType", change.getStreamViewType());
            var keys = dynamodb.putObject("Keys");
            change.getKeys().forEach((name, value) -> keys.putObject(name).put("S", value.getS()));
        }
        return document.toString();
    }

    static StreamsEventResponse read(String json) {
        var failures = new ArrayList<StreamsEventResponse.BatchItemFailure>();
        for (JsonNode failure : tree(json).path("batchItemFailures")) {
            failures.add(new StreamsEventResponse.BatchItemFailure(
                    failure.path("itemIdentifier").asText()));
        }
        return new StreamsEventResponse(failures);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(json, unreadable);
        }
    }
}
