package be.leerkring.emulator.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class TemplateTableTest {

    private static final TemplateTable TABLE = TemplateTable.in(Path.of("../table.yaml"));

    @Test
    void leerkringsTableIsCreatedAsItsTemplateSays() {
        try (var database = EmbeddedDynamoDb.inMemory()) {
            var table = TABLE.create(database.client(), "leerkring");

            assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
            assertThat(table.keySchema()).extracting(key -> key.keyType()).containsExactly(KeyType.HASH, KeyType.RANGE);
            assertThat(table.latestStreamArn()).isNotNull();
            assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.KEYS_ONLY);
            var programme = table.globalSecondaryIndexes().stream()
                    .filter(index -> index.indexName().equals("programme"))
                    .findFirst()
                    .orElseThrow();
            assertThat(programme.projection().projectionType()).isEqualTo(ProjectionType.INCLUDE);
            assertThat(programme.projection().nonKeyAttributes()).contains("title");
        }
    }

    @Test
    void timeToLiveIsOffUnlessAskedFor() {
        try (var database = EmbeddedDynamoDb.inMemory()) {
            TABLE.create(database.client(), "without");
            TABLE.withTimeToLive().create(database.client(), "with");

            assertThat(timeToLive(database, "without")).isEqualTo(TimeToLiveStatus.DISABLED);
            assertThat(timeToLive(database, "with")).isEqualTo(TimeToLiveStatus.ENABLED);
        }
    }

    @Test
    void theStreamIsLeftOutForWhoeverReadsNone() {
        try (var database = EmbeddedDynamoDb.inMemory()) {
            assertThat(TABLE.withoutStream().create(database.client(), "without").latestStreamArn()).isNull();
        }
    }

    private static TimeToLiveStatus timeToLive(EmbeddedDynamoDb database, String tableName) {
        return database.client()
                .describeTimeToLive(request -> request.tableName(tableName))
                .timeToLiveDescription()
                .timeToLiveStatus();
    }

    @Test
    void aTemplateWithoutATableIsRefused() {
        assertThatThrownBy(() -> TemplateTable.in(Path.of("src/test/resources/stack.yaml")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stack.yaml");
    }
}
