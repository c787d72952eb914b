package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackResource;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever can fail in the stack is heard of. */
class WatchedTest {

    private static final Path TEMPLATE = Project.root().resolve("template.yaml");

    private final StackTemplate template = StackTemplate.read(TEMPLATE, Map.of("Site", "site", "Table.Table", "table"));

    /** Each metric that an alarm looks at. */
    private final List<Watched> watched = alarms().stream()
            .flatMap(alarm -> metrics(alarm.properties()).map(metric -> Watched.of(alarm.logicalId(), metric)))
            .toList();

    private record Watched(String alarm, String metric, Map<String, String> dimensions) {

        static Watched of(String alarm, Map<?, ?> metric) {
            return new Watched(
                    alarm, metric.get("Namespace") + " " + metric.get("MetricName"), dimensions(metric));
        }

        private static Map<String, String> dimensions(Map<?, ?> metric) {
            return maps(metric.get("Dimensions")).collect(Collectors.toMap(
                    dimension -> dimension.get("Name").toString(), dimension -> dimension.get("Value").toString()));
        }
    }

    private List<StackResource> alarms() {
        return template.nested("Alarms").resources("AWS::CloudWatch::Alarm");
    }

    private static Stream<Map<?, ?>> metrics(Map<?, ?> alarm) {
        return alarm.containsKey("MetricName")
                ? Stream.of(alarm)
                : maps(alarm.get("Metrics"))
                        .map(query -> (Map<?, ?>) query.get("MetricStat"))
                        .filter(Objects::nonNull)
                        .map(statistic -> (Map<?, ?>) statistic.get("Metric"));
    }

    private static Stream<Map<?, ?>> maps(Object list) {
        return list instanceof List<?> elements ? elements.stream().map(element -> (Map<?, ?>) element) : Stream.of();
    }

    private List<Map<String, String>> dimensions(String alarm, String metric) {
        return watched.stream()
                .filter(each -> each.alarm().equals(alarm) && each.metric().equals(metric))
                .map(Watched::dimensions)
                .toList();
    }

    /** One behind the site fails before a visitor, by an error of the API. */
    @Test
    void everyFunctionThatFailsIsHeardOf() {
        assertThat(dimensions("FunctionErrors", "AWS/Lambda Errors"))
                .containsExactlyInAnyOrderElementsOf(template.functions().stream()
                        .filter(function -> function.routes().isEmpty())
                        .map(StackFunction::logicalId)
                        .map(function -> Map.of("FunctionName", function))
                        .toList());
        assertThat(dimensions("SiteErrors", "AWS/ApiGateway 5xx")).containsExactly(Map.of("ApiId", "site"));
    }

    @Test
    void everyQueueOfWhatFailedIsHeardOf() {
        assertThat(watched).filteredOn(each -> each.dimensions().containsKey("QueueName"))
                .extracting(each -> each.dimensions().get("QueueName"))
                .containsExactlyInAnyOrderElementsOf(template.resources("AWS::SQS::Queue").stream()
                        .map(queue -> queue.logicalId() + ".QueueName")
                        .toList());
    }

    @Test
    void whateverThrottlesIsHeardOf() {
        var table = template.nested("Table").resources("AWS::DynamoDB::Table").getFirst();
        var parts = Stream.concat(
                Stream.of(Map.of("TableName", "table")),
                maps(table.properties().get("GlobalSecondaryIndexes")).map(index -> Map.of(
                        "TableName", "table", "GlobalSecondaryIndexName", index.get("IndexName").toString())))
                .toList();

        assertThat(dimensions("BusyTable", "AWS/DynamoDB ReadThrottleEvents")).containsExactlyElementsOf(parts);
        assertThat(dimensions("BusyTable", "AWS/DynamoDB WriteThrottleEvents")).containsExactlyElementsOf(parts);
        assertThat(dimensions("TooFewEnvironments", "AWS/Lambda Throttles")).containsExactly(Map.of());
        assertThat(dimensions("RefusedRequests", "Leerkring/leerkring RefusedRequests")).containsExactly(Map.of());
    }

    /** CloudWatch User Guide, "Limits that apply to alarms". */
    @Test
    void noAlarmLooksAtMoreThanTenMetrics() {
        assertThat(watched.stream().collect(Collectors.groupingBy(Watched::alarm, Collectors.counting())).values())
                .allMatch(metrics -> metrics <= 10);
    }

    @Test
    void aSweepThatStoppedIsHeardOf() {
        var alarm = alarms().stream()
                .filter(each -> each.logicalId().equals("UnsentMail"))
                .findFirst()
                .orElseThrow()
                .properties();

        assertThat(alarm).containsEntry("TreatMissingData", "breaching").containsEntry("Period", 900);
    }

    @Test
    void theOperatorHearsOfItAndElseTheFirstOrganiser() {
        assertThat(recipient(Map.of("Organisers", "een@example.org,twee@example.org"))).isEqualTo("een@example.org");
        assertThat(recipient(Map.of("Organisers", "een@example.org", "Operator", "beheer@example.org")))
                .isEqualTo("beheer@example.org");
    }

    private static Object recipient(Map<String, String> parameters) {
        var topic = StackTemplate.read(TEMPLATE, parameters).nested("Alarms").resources("AWS::SNS::Topic").getFirst();
        return maps(topic.properties().get("Subscription")).findFirst().orElseThrow().get("Endpoint");
    }

    /** A rule of EventBridge has no role: the queue has to let it in. */
    @Test
    void everyRuleMayWriteWhatItCouldNotHandOver() {
        var allowed = template.resources("AWS::SQS::QueuePolicy").stream()
                .flatMap(policy -> maps(((Map<?, ?>) policy.properties().get("PolicyDocument")).get("Statement")))
                .filter(statement -> Map.of("Service", "events.amazonaws.com").equals(statement.get("Principal"))
                        && "sqs:SendMessage".equals(statement.get("Action")))
                .map(statement -> statement.get("Resource") + " " + statement.get("Condition"))
                .toList();

        assertThat(undelivered()).isNotEmpty();
        assertThat(allowed).containsExactlyInAnyOrderElementsOf(undelivered());
    }

    /** The queue of each rule, and the condition by which the rule alone is let in. */
    private List<String> undelivered() {
        return template.resources("AWS::Serverless::Function").stream()
                .flatMap(function -> ((Map<?, ?>) function.properties().get("Events")).entrySet().stream()
                        .filter(event -> ((Map<?, ?>) event.getValue()).get("Type").equals("EventBridgeRule"))
                        .map(event -> queue((Map<?, ?>) event.getValue()) + " {ArnEquals={aws:SourceArn="
                                + function.logicalId() + event.getKey() + ".Arn}}"))
                .toList();
    }

    private static Object queue(Map<?, ?> event) {
        return ((Map<?, ?>) ((Map<?, ?>) event.get("Properties")).get("DeadLetterConfig")).get("Arn");
    }
}
