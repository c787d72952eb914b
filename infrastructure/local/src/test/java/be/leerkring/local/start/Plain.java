package be.leerkring.local.start;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The calls of a form that is taken, one read and one transaction, by the SDK and nothing beside it. */
public final class Plain implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final String table = System.getenv("TABLE_NAME");
    private final DynamoDbClient database = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create())
            .build();

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        var item = Map.of("pk", AttributeValue.fromS("PLAIN#" + UUID.randomUUID()), "sk", AttributeValue.fromS("#"));
        var read = database.batchGetItem(request -> request.requestItems(
                Map.of(table, KeysAndAttributes.builder().keys(List.of(item)).consistentRead(true).build())));
        if (!read.responses().get(table).isEmpty()) {
            throw new IllegalStateException("Is there already: " + item);
        }
        var write = TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
        database.transactWriteItems(request -> request.transactItems(write));
        return Map.of("statusCode", 303, "body", "");
    }
}
