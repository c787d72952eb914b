package be.leerkring.platform.table;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The template's table in an embedded DynamoDB. */
public final class TestTable implements AutoCloseable {

    private final TestDatabase database = TestDatabase.open();
    private final Clock clock;
    private final Table table;

    public TestTable(Clock clock) {
        this.clock = clock;
        table = new Table(database.client(), TestDatabase.TABLE, clock);
    }

    public Table table() {
        return table;
    }

    /** The same table, over a client whose calls the interceptor sees. */
    Table through(ExecutionInterceptor interceptor) {
        return new Table(
                DynamoDbClient.builder()
                        .endpointOverride(database.endpoint())
                        .region(LocalAccount.REGION)
                        .credentialsProvider(LocalAccount.credentials())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .overrideConfiguration(override -> override.addExecutionInterceptor(interceptor))
                        .build(),
                TestDatabase.TABLE,
                clock);
    }

    /** Everything that stands in it. */
    public List<Map<String, AttributeValue>> everything() {
        return database.client().scan(scan -> scan.tableName(TestDatabase.TABLE)).items();
    }

    @Override
    public void close() {
        database.close();
    }
}
