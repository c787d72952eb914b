package be.leerkring.emulator.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackTemplateTest {

    private static final Path FILE = Path.of("src/test/resources/stack.yaml");

    private final StackTemplate template = StackTemplate.read(
            FILE,
            Map.of("Storage.Table", "local-table", "Site.ApiEndpoint", "http://localhost:8080", "Secret", "hidden"));

    @Test
    void parametersHaveTheValueGivenOrTheirDefault() {
        assertThat(template.parameters())
                .containsEntry("Sender", "sender@example.org")
                .containsEntry("Organisers", List.of("first@example.org", "second@example.org"))
                .containsEntry("Secret", "hidden");
    }

    @Test
    void aParameterWithoutValueOrDefaultIsNamed() {
        assertThatThrownBy(() -> StackTemplate.read(FILE).parameters())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Secret")
                .hasMessageContaining("stack.yaml");
    }

    @Test
    void referencesAreWorkedOutInTheEnvironment() {
        assertThat(function("WorkerFunction").environment())
                .containsEntry("SENDER", "sender@example.org")
                .containsEntry("ORGANISERS", "first@example.org,second@example.org")
                .containsEntry("FIRST", "first@example.org")
                .containsEntry("DOMAIN", "example.org")
                .containsEntry("ADDRESS", "https://Site.execute-api.eu-west-1.amazonaws.com/")
                .containsEntry("PATTERN", "hello ${literal} http://localhost:8080")
                .containsEntry("QUEUE", "DeadLetters.Arn")
                .containsEntry("ROLE", "WorkerFunctionRole.Arn")
                .doesNotContainKey("OPTIONAL");
    }

    @Test
    void conditionsFollowTheParameters() {
        var trial = StackTemplate.read(FILE, Map.of("Stage", "trial", "Secret", "hidden"));
        assertThat(trial.resources("AWS::SQS::Queue")).extracting(StackResource::logicalId)
                .containsExactly("DeadLetters", "TrialQueue");
        assertThat(template.resources("AWS::SQS::Queue")).extracting(StackResource::logicalId)
                .containsExactly("DeadLetters");
        assertThat(trial.functions().getFirst().memorySize()).isEqualTo(256);
    }

    @Test
    void globalsAreMergedIntoEachFunction() {
        var pages = function("PagesFunction");
        assertThat(pages.memorySize()).isEqualTo(512);
        assertThat(pages.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(pages.environment())
                .isEqualTo(Map.of("TABLE_NAME", "local-table", "SHARED", "global"));

        var worker = function("WorkerFunction");
        assertThat(worker.memorySize()).isEqualTo(2048);
        assertThat(worker.timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(worker.environment()).containsEntry("SHARED", "own").containsEntry("TABLE_NAME", "local-table");
    }

    @Test
    void routesHaveTheirMethodInCapitals() {
        assertThat(function("PagesFunction").routes())
                .containsExactly(
                        new HttpRoute("GET", "/"),
                        new HttpRoute("POST", "/form/{id}"),
                        new HttpRoute("ANY", "$default"));
    }

    @Test
    void schedulesThatAreSwitchedOnAreRead() {
        assertThat(function("WorkerFunction").schedules())
                .containsExactly(
                        new Schedule.Rate("Often", Duration.ofMinutes(15), "{\"task\":\"often\"}"),
                        new Schedule.Rate("Daily", Duration.ofDays(1), ""),
                        new Schedule.Cron("Morning", "0 8 ? * MON-FRI *", ZoneId.of("Europe/Brussels"), ""));
    }

    @Test
    void streamsHaveTheTemplatesSettingsOrLambdasDefaults() {
        assertThat(function("WorkerFunction").streams())
                .containsExactly(
                        new StreamSource(
                                "Changes",
                                List.of("{\"eventName\":[\"INSERT\"]}"),
                                10,
                                5,
                                Optional.of(Duration.ofHours(1)),
                                true,
                                true,
                                Duration.ofSeconds(2)),
                        StreamSource.withDefaults("Everything"));
    }

    @Test
    void aNestedTemplateReceivesItsParametersAndGivesItsOutputs() {
        assertThat(template.nested("Storage").parameters()).containsEntry("Prefix", "leerkring-production");
        assertThat(template.output("TableName")).isEqualTo("local-table");
        assertThat(StackTemplate.read(FILE).output("TableName")).isEqualTo("Table");
    }

    @Test
    void aReferenceToNothingIsNamed() {
        assertThatThrownBy(() -> template.reference("Misspelt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Misspelt");
    }

    private StackFunction function(String logicalId) {
        return template.functions().stream()
                .filter(function -> function.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }
}
