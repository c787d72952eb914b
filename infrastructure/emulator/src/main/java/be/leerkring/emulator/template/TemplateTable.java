package be.leerkring.emulator.template;

import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The table that a template describes, to be created elsewhere than in the cloud.
 *
 * <p>Without time to live unless asked: DynamoDB Local deletes by the machine's own clock, and to it everything in a
 * world of the past has expired. What DynamoDB Local lacks (backups, encryption, deletion protection) is left out.
 */
public final class TemplateTable {

    private final Section properties;
    private final boolean timeToLive;
    private final boolean stream;

    private TemplateTable(Section properties, boolean timeToLive, boolean stream) {
        this.properties = properties;
        this.timeToLive = timeToLive;
        this.stream = stream;
    }

    /**
     * The only table of the template in the file.
     *
     * @throws IllegalArgumentException if it has none, or more than one
     */
    public static TemplateTable in(Path file) {
        return in(StackTemplate.read(file));
    }

    /**
     * The only table of the template.
     *
     * @throws IllegalArgumentException if it has none, or more than one
     */
    public static TemplateTable in(StackTemplate template) {
        var tables = template.resources("AWS::DynamoDB::Table");
        if (tables.size() != 1) {
            throw new IllegalArgumentException(template + " has " + tables.size() + " tables; exactly one is expected");
        }
        return new TemplateTable(Section.of(tables.getFirst().properties()), false, true);
    }

    /** The same table, with time to live switched on if the template has it so. */
    public TemplateTable withTimeToLive() {
        return new TemplateTable(properties, true, stream);
    }

    /** The same table without its stream, which costs DynamoDB Local a fifth of a write: for whoever reads none. */
    public TemplateTable withoutStream() {
        return new TemplateTable(properties, timeToLive, false);
    }

    /** Creates the table under a name of the caller's. DynamoDB Local has it ready when this returns. */
    public TableDescription create(DynamoDbClient client, String tableName) {
        var description = client.createTable(request(tableName)).tableDescription();
        var expiry = properties.section("TimeToLiveSpecification");
        if (timeToLive && expiry.isTrue("Enabled")) {
            client.updateTimeToLive(update -> update.tableName(tableName)
                    .timeToLiveSpecification(specification -> specification.enabled(true)
                            .attributeName(expiry.text("AttributeName", null))));
        }
        return description;
    }

    private CreateTableRequest request(String tableName) {
        var request = CreateTableRequest.builder()
                .tableName(tableName)
                .attributeDefinitions(properties.sections("AttributeDefinitions").stream()
                        .map(TemplateTable::attribute)
                        .toList())
                .keySchema(keys(properties))
                .billingMode(properties.text("BillingMode", "PROVISIONED"))
                .provisionedThroughput(throughput(properties));
        var indexes = properties.sections("GlobalSecondaryIndexes");
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(indexes.stream().map(TemplateTable::index).toList());
        }
        var view = properties.section("StreamSpecification").text("StreamViewType", null);
        if (stream && view != null) {
            request.streamSpecification(specification -> specification.streamEnabled(true).streamViewType(view));
        }
        return request.build();
    }

    private static AttributeDefinition attribute(Section attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute.text("AttributeName", null))
                .attributeType(attribute.text("AttributeType", null))
                .build();
    }

    private static List<KeySchemaElement> keys(Section owner) {
        return owner.sections("KeySchema").stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.text("AttributeName", null))
                        .keyType(key.text("KeyType", null))
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(Section index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.text("IndexName", null))
                .keySchema(keys(index))
                .projection(projection(index.section("Projection")))
                .provisionedThroughput(throughput(index))
                .build();
    }

    private static Projection projection(Section projection) {
        var builder = Projection.builder().projectionType(projection.text("ProjectionType", null));
        if (projection.has("NonKeyAttributes")) {
            builder.nonKeyAttributes(projection.list("NonKeyAttributes").stream()
                    .map(Intrinsics::text)
                    .toList());
        }
        return builder.build();
    }

    private static ProvisionedThroughput throughput(Section owner) {
        var throughput = owner.section("ProvisionedThroughput");
        return throughput.isEmpty()
                ? null
                : ProvisionedThroughput.builder()
                        .readCapacityUnits((long) throughput.number("ReadCapacityUnits", 1))
                        .writeCapacityUnits((long) throughput.number("WriteCapacityUnits", 1))
                        .build();
    }
}
