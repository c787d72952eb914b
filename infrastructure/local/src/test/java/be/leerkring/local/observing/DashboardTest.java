package be.leerkring.local.observing;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.EmbeddedSes.Behaviour;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackResource;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import be.leerkring.platform.metrics.Metrics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is counted, and that the dashboard shows it. */
final class DashboardTest {

    /** Those that each service writes by itself (its page "… metrics and dimensions"). */
    private static final Map<String, Set<String>> OF_AWS = Map.of(
            "AWS/ApiGateway", Set.of("Count", "4xx", "5xx", "Latency"),
            "AWS/Lambda", Set.of("Errors", "IteratorAge", "ConcurrentExecutions", "Throttles"),
            "AWS/DynamoDB",
            Set.of("ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "ReadThrottleEvents",
                    "WriteThrottleEvents", "TransactionConflict"),
            "AWS/SQS", Set.of("ApproximateNumberOfMessagesVisible"),
            "AWS/SES", Set.of("Reputation.BounceRate", "Reputation.ComplaintRate"));

    /** So many a dashboard may show for nothing (CloudWatch pricing page). */
    private static final int FREE = 50;

    private static final Pattern STATE = Pattern.compile("State=\"(\\w+)\"");

    private static List<String> lines;
    private static List<String> written;

    private final StackTemplate template = StackTemplate.read(
            Project.root().resolve("template.yaml"), Map.of("Table.Table", "leerkring"));
    private final JsonNode body = body();

    @BeforeAll
    static void live() {
        try (var counted = new MetricLines(); var site = new CountedSite()) {
            site.register("bram");
            site.confirm();
            site.register("els");
            site.confirmInACrowd();
            site.confirm();
            site.sweep();
            site.report();
            site.register("jan");
            site.ses(Behaviour.PAUSE);
            site.sweep();
            site.register("lien");
            site.ses(Behaviour.REJECT);
            site.sweep();
            lines = counted.all();
            written = counted.metrics();
        }
    }

    @Test
    void peopleAreCountedOnceAndRobotsAreNot() {
        assertThat(written).filteredOn(metric -> !metric.startsWith("Mails "))
                .filteredOn(metric -> !metric.matches("(OldestUnsentMail|HeldMails|SendingStopped) .*"))
                .containsExactly(
                        "ColdStarts {Stack=leerkring, Start=init}",
                        "Registrations {Stack=leerkring}",
                        "Confirmations {Stack=leerkring}",
                        "Registrations {Stack=leerkring}",
                        "Busy {Stack=leerkring}",
                        "Waiting {Stack=leerkring}",
                        "Registrations {Stack=leerkring}",
                        "Registrations {Stack=leerkring}");
    }

    @Test
    void noLineSaysWhoItWas() {
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line.toLowerCase(Locale.ROOT))
                .doesNotContain("noor", "bram", "els\"", "peeters", "@", "example.org", "/confirm/", "vil"));
    }

    @Test
    void everyMetricOnItIsWrittenByUsOrByAws() {
        assertThat(metrics()).isNotEmpty().allSatisfy(metric -> {
            if (metric.namespace().equals(Metrics.NAMESPACE)) {
                assertThat(Stream.concat(written.stream(), Stream.of("ColdStarts {Stack=leerkring, Start=restore}")))
                        .contains(metric.name() + " " + metric.dimensions());
            } else {
                assertThat(OF_AWS).containsKey(metric.namespace());
                assertThat(OF_AWS.get(metric.namespace())).contains(metric.name());
            }
        });
    }

    @Test
    void everyOutcomeOfAMailOnItIsWritten() {
        assertThat(body.findValuesAsText("expression"))
                .isNotEmpty()
                .allSatisfy(expression -> {
                    var state = STATE.matcher(expression);
                    assertThat(state.find()).isTrue();
                    assertThat(expression)
                            .contains("{Leerkring,Kind,Stack,State}", "MetricName=\"Mails\"", "Stack=\"leerkring\"");
                    assertThat(written)
                            .anyMatch(metric -> metric.matches(
                                    "Mails \\{Kind=[a-z-]+, Stack=leerkring, State=" + state.group(1) + "}"));
                });
    }

    @Test
    void whatWeCountIsOnIt() {
        var shown = metrics().stream().map(metric -> metric.name() + " " + metric.dimensions()).toList();

        assertThat(written).filteredOn(metric -> !metric.startsWith("Mails ")).allSatisfy(
                metric -> assertThat(shown).contains(metric));
    }

    @Test
    void everyAlarmEveryFunctionAndEveryQueueIsOnIt() {
        assertThat(texts(body.findValue("alarms"))).containsExactlyInAnyOrderElementsOf(
                template.nested("Alarms").resources("AWS::CloudWatch::Alarm").stream()
                        .map(alarm -> alarm.logicalId() + ".Arn")
                        .toList());
        assertThat(shown("AWS/Lambda", "Errors", "FunctionName")).containsExactlyInAnyOrderElementsOf(
                template.functions().stream().map(StackFunction::logicalId).toList());
        assertThat(shown("AWS/Lambda", "IteratorAge", "FunctionName")).containsExactlyInAnyOrderElementsOf(
                template.functions().stream()
                        .filter(function -> !function.streams().isEmpty())
                        .map(StackFunction::logicalId)
                        .toList());
        assertThat(shown("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName"))
                .containsExactlyInAnyOrderElementsOf(template.resources("AWS::SQS::Queue").stream()
                        .map(queue -> queue.logicalId() + ".QueueName")
                        .toList());
    }

    @Test
    void itCostsNothing() {
        assertThat(
                metrics().stream().map(metric -> metric.namespace() + metric.name() + metric.dimensions()).distinct())
                .hasSizeLessThanOrEqualTo(FREE);
    }

    @Test
    void theBudgetIsThereWhereOneWasGiven() {
        assertThat(template.resources("AWS::Budgets::Budget")).isEmpty();
        assertThat(StackTemplate.read(
                Project.root().resolve("template.yaml"), Map.of("Table.Table", "leerkring", "Budget", "20"))
                .resources("AWS::Budgets::Budget")
                .stream()
                .map(StackResource::properties)).singleElement().satisfies(budget -> assertThat(budget.toString())
                        .contains("Amount=20, Unit=USD", "SubscriptionType=EMAIL", "FORECASTED"));
    }

    private JsonNode body() {
        var dashboard = template.nested("Dashboard").resources("AWS::CloudWatch::Dashboard").getFirst().properties();
        assertThat(dashboard).containsEntry("DashboardName", "leerkring");
        try {
            return new JsonMapper().readTree(dashboard.get("DashboardBody").toString());
        } catch (IOException none) {
            throw new IllegalStateException(dashboard.toString(), none);
        }
    }

    private record Shown(String namespace, String name, Map<String, String> dimensions) {}

    private List<Shown> metrics() {
        return body.findValues("metrics").stream()
                .flatMap(metrics -> StreamSupport.stream(metrics.spliterator(), false))
                .map(DashboardTest::texts)
                .filter(metric -> metric.size() > 1)
                .map(metric -> new Shown(metric.get(0), metric.get(1), dimensions(metric.subList(2, metric.size()))))
                .toList();
    }

    private static Map<String, String> dimensions(List<String> pairs) {
        var dimensions = new TreeMap<String, String>();
        for (int pair = 0; pair < pairs.size(); pair += 2) {
            dimensions.put(pairs.get(pair), pairs.get(pair + 1));
        }
        return dimensions;
    }

    /** Without the object at the end, which says how it is drawn. */
    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> {
            if (element.isTextual()) {
                texts.add(element.asText());
            }
        });
        return texts;
    }

    private List<String> shown(String namespace, String name, String dimension) {
        return metrics().stream()
                .filter(metric -> metric.namespace().equals(namespace) && metric.name().equals(name))
                .map(metric -> metric.dimensions().get(dimension))
                .collect(Collectors.toList());
    }
}
