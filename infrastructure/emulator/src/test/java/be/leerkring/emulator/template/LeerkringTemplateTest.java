package be.leerkring.emulator.template;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.stream.EventPattern;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leerkring's own template must stay readable here, whatever it grows into. */
class LeerkringTemplateTest {

    private final StackTemplate template = StackTemplate.read(
            Path.of("../../template.yaml"),
            Map.of("Table.Table", "leerkring", "Site.ApiEndpoint", "http://localhost:8080"));

    @Test
    void everyFunctionIsWorkedOut() {
        assertThat(template.functions()).isNotEmpty().allSatisfy(function -> {
            assertThat(function.environment()).containsEntry("TABLE_NAME", "leerkring");
            assertThat(function.handler()).contains(".");
            // What SES reports by way of EventBridge has no stand-in here yet.
            if (!function.logicalId().equals("MailEventsFunction")) {
                assertThat(function.routes().size() + function.schedules().size() + function.streams().size())
                        .isPositive();
            }
        });
    }

    @Test
    void everyResourceAndOutputIsWorkedOut() {
        var nested = template.resources("AWS::Serverless::Application");
        assertThat(nested).isNotEmpty().allSatisfy(stack -> assertThat(
                template.nested(stack.logicalId()).resources())
                .isNotEmpty());
        assertThat(template.output("TableName")).isEqualTo("leerkring");
        assertThat(template.output("SiteAddress")).isEqualTo("http://localhost:8080");
    }

    @Test
    void everyFilterPatternIsUnderstood() {
        assertThat(template.functions().stream().flatMap(function -> function.streams().stream()))
                .isNotEmpty()
                .allSatisfy(stream -> assertThat(stream.filterPatterns()).allSatisfy(EventPattern::parse));
    }
}
