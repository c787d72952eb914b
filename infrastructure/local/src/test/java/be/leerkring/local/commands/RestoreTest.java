package be.leerkring.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * bin/restore: on DynamoDB Local, which knows streams and time to live but no restore, and on answers in the form of
 * AWS's references for the rest.
 */
class RestoreTest {

    private static final String BACKUPS = """
            {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED", "PointInTimeRecoveryDescription":
             {"PointInTimeRecoveryStatus": "ENABLED", "EarliestRestorableDateTime": 1792000000,
              "LatestRestorableDateTime": 1794000000}}}""";

    private AwsAccount account;
    private Checkout checkout;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        account = new AwsAccount();
        checkout = new Checkout(folder, account);
        account.says("DescribeContinuousBackups", BACKUPS);
        account.says("UpdateContinuousBackups", BACKUPS);
    }

    @AfterEach
    void stop() throws IOException {
        account.close();
        if (checkout != null) {
            checkout.close();
        }
    }

    /** What a restore leaves out, and table.yaml has. */
    @Test
    void aTableIsReadiedAsTheTemplateHasIt() throws Exception {
        try (var database = EmbeddedDynamoDb.inMemory()) {
            database.client().createTable(table -> table.tableName("left")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                            AttributeDefinition.builder().attributeName("pk").attributeType("S").build(),
                            AttributeDefinition.builder().attributeName("sk").attributeType("S").build())
                    .keySchema(
                            KeySchemaElement.builder().attributeName("pk").keyType("HASH").build(),
                            KeySchemaElement.builder().attributeName("sk").keyType("RANGE").build()));
            account.hasTablesOf(database.endpoint());
            account.says("DescribeContinuousBackups", BACKUPS.replace("\"ENABLED\"", "\"DISABLED\""));

            var ended = checkout.run("bin/restore", "--adopt", "left", "--region", "eu-west-1");

            assertThat(ended.code()).as(ended.said()).isZero();
            assertThat(ended.said()).contains("RestoredTable = \"left\"");
            var ours = properties();
            var table = database.client().describeTable(described -> described.tableName("left")).table();
            assertThat(Map.of("StreamViewType", table.streamSpecification().streamViewTypeAsString()))
                    .isEqualTo(ours.get("StreamSpecification"));
            assertThat(table.deletionProtectionEnabled()).isEqualTo(ours.get("DeletionProtectionEnabled"));
            var expiry = database.client()
                    .describeTimeToLive(described -> described.tableName("left"))
                    .timeToLiveDescription();
            assertThat(Map.of("AttributeName", expiry.attributeName(), "Enabled", true))
                    .isEqualTo(ours.get("TimeToLiveSpecification"));
            // DynamoDB Local knows no backups.
            assertThat(ours.get("PointInTimeRecoverySpecification"))
                    .isEqualTo(Map.of("PointInTimeRecoveryEnabled", true));
            assertThat(account.asked()).contains("UpdateContinuousBackups");
        }
    }

    private static Map<String, Object> properties() {
        return StackTemplate.read(Project.root().resolve("infrastructure/table.yaml"))
                .resources("AWS::DynamoDB::Table")
                .getFirst()
                .properties();
    }

    @Test
    void aMomentIsRestoredToATableOfItsOwnByTheNetworksClock() throws Exception {
        account.stacks(AwsAccount.stack("UPDATE_COMPLETE", 9));
        account.says("RestoreTableToPointInTime", "{\"TableDescription\": {}}");
        account.says("DescribeTable", """
                {"Table": {"TableStatus": "ACTIVE", "DeletionProtectionEnabled": true,
                 "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}}}""");
        account.says(
                "DescribeTimeToLive",
                "{\"TimeToLiveDescription\": {\"TimeToLiveStatus\": \"ENABLED\", \"AttributeName\": \"expires\"}}");

        var ended = checkout.run(
                "bin/restore", "--to", "2026-11-01T12:00", "--table", "t-1", "--region", "eu-west-1");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains(
                "2026-11-01 12:00:00 (Europe/Brussels)", "RestoredTable = \"leerkring-restored-20261101-110000\"");
        assertThat(account.asked()).contains("RestoreTableToPointInTime");
    }

    @Test
    void aMomentThatIsNoMoreOrNotYetRestoresNothing() throws Exception {
        var ended = checkout.run(
                "bin/restore", "--to", "2020-01-01T12:00", "--table", "t-1", "--region", "eu-west-1");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("lies outside of that");
        assertThat(account.asked()).doesNotContain("RestoreTableToPointInTime");
    }
}
