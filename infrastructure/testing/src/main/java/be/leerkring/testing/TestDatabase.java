package be.leerkring.testing;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.template.TemplateTable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The template's table, empty and without its stream, in an embedded DynamoDB. Whoever closes it leaves the DynamoDB to
 * the next test of this process, without the table: a new one needs as long again for its first calls as for what they
 * do.
 */
public final class TestDatabase implements AutoCloseable {

    /** The table's name. */
    public static final String TABLE = "leerkring";

    private static final Path TEMPLATE = Path.of("../../infrastructure/table.yaml");

    private static final Deque<EmbeddedDynamoDb> IDLE = new ConcurrentLinkedDeque<>();

    private final EmbeddedDynamoDb embedded;
    private boolean streamed;

    private TestDatabase(EmbeddedDynamoDb embedded) {
        this.embedded = embedded;
    }

    /** One that nobody else has until it is closed. */
    public static TestDatabase open() {
        var idle = IDLE.poll();
        var database = new TestDatabase(idle == null ? EmbeddedDynamoDb.inMemory() : idle);
        TemplateTable.in(TEMPLATE).withoutStream().create(database.client(), TABLE);
        return database;
    }

    /** From now on the table has a stream, of which this is the ARN. */
    public String openStream(StreamViewType view) {
        streamed = true;
        return client().updateTable(table -> table.tableName(TABLE)
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(view)))
                .tableDescription()
                .latestStreamArn();
    }

    /** What the table stands in. */
    public EmbeddedDynamoDb embedded() {
        return embedded;
    }

    /** A client of it, shared by all who ask. */
    public DynamoDbClient client() {
        return embedded.client();
    }

    /** A client of its streams, shared by all who ask. */
    public DynamoDbStreamsClient streams() {
        return embedded.streams();
    }

    /** Where other clients reach it. */
    public URI endpoint() {
        return embedded.endpoint();
    }

    /** Streams outlive their table for a day: who had one doesn't leave it to others. */
    @Override
    public void close() {
        if (streamed) {
            embedded.close();
            return;
        }
        Cut.aside(() -> client().deleteTable(table -> table.tableName(TABLE)));
        IDLE.push(embedded);
    }
}
