package be.leerkring.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.template.StackResource;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.platform.metrics.Metrics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alarms look at what is really measured, and somebody has written down what to do. */
final class AlarmsTest {

    private static final Path RUNBOOK = Path.of("../../infrastructure/RUNBOOK.md");
    private static final String REDRIVE = "How mail is sent again";

    private final List<StackResource> alarms = StackTemplate.read(
            Path.of("../../template.yaml"),
            Map.of("Table.Table", "leerkring", "Site.ApiEndpoint", PostOffice.SITE, "Mail.ConfigurationSet", "l"))
            .nested("Alarms")
            .resources("AWS::CloudWatch::Alarm");

    @Test
    void theRunbookHasASectionForEachAlarmAndForNothingElse() throws IOException {
        var sections = Pattern.compile("(?m)^## (.+)$")
                .matcher(Files.readString(RUNBOOK))
                .results()
                .map(section -> section.group(1))
                .filter(section -> !section.equals(REDRIVE))
                .toList();

        assertThat(sections).containsExactlyElementsOf(
                alarms.stream().map(StackResource::logicalId).toList());
        assertThat(Files.readString(RUNBOOK)).contains("## " + REDRIVE);
    }

    @Test
    void whatSomebodyShouldHearOfHasAnAlarm() {
        assertThat(alarms.stream().map(alarm -> alarm.properties().get("MetricName")))
                .contains(
                        "OldestUnsentMail", "HeldMails", "SendingStopped", "ApproximateNumberOfMessagesVisible",
                        "Reputation.BounceRate", "Reputation.ComplaintRate");
        assertThat(alarms)
                .allSatisfy(alarm -> assertThat(alarm.properties()).containsKeys("AlarmActions", "OKActions"));
    }

    @Test
    void theAlarmsOfOurOwnMetricsLookAtThoseThatTheMailerWritesForThisStack() throws IOException {
        var watched = watched(alarms.stream().map(StackResource::properties).toList()).toList();

        assertThat(watched).contains("Mails {Kind=already, Stack=leerkring, State=sent}").allMatch(
                metric -> metric.contains("Stack=leerkring"));
        assertThat(written()).containsAll(watched.stream()
                .map(metric -> metric.replaceAll("=[^,}]+", "").replace('{', '[').replace('}', ']'))
                .toList());
    }

    /** Each of our own metrics that stands somewhere in here, with its dimensions. */
    private static Stream<String> watched(Object declaration) {
        return switch (declaration) {
            case Map<?, ?> metric when Metrics.NAMESPACE.equals(metric.get("Namespace")) ->
                Stream.of(metric.get("MetricName") + " " + dimensions(metric.get("Dimensions")));
            case Map<?, ?> map -> map.values().stream().flatMap(AlarmsTest::watched);
            case List<?> list -> list.stream().flatMap(AlarmsTest::watched);
            default -> Stream.of();
        };
    }

    private static Map<String, String> dimensions(Object declaration) {
        return ((List<?>) declaration)
                .stream()
                .map(dimension -> (Map<?, ?>) dimension)
                .collect(Collectors.toMap(
                        dimension -> dimension.get("Name").toString(), dimension -> dimension.get("Value").toString(),
                        (one, _) -> one, TreeMap::new));
    }

    @Test
    void theMailerCountsByKindAndState() throws IOException {
        assertThat(written())
                .contains("Mails [Kind, Stack, State]", "OldestUnsentMail [Stack]", "SendingStopped [Stack]");
    }

    /** The metrics with their dimensions, as CloudWatch reads them in the log of a mailer with a bad day. */
    private static Set<String> written() throws IOException {
        try (var office = new PostOffice()) {
            office.deliver(office.features.queue("jan@voorbeeld.be"));
            office.ses.behaveLike(mail -> EmbeddedSes.Behaviour.PAUSE);
            office.deliver(office.features.queue("els@voorbeeld.be"));
            office.sweepAfter(Duration.ofHours(1));
            var written = new TreeSet<String>();
            for (var line : office.printed().lines().toList()) {
                var metric = new JsonMapper().readTree(line);
                for (var directive : metric.at("/_aws/CloudWatchMetrics")) {
                    assertThat(directive.path("Namespace").asText()).isEqualTo(Metrics.NAMESPACE);
                    var dimensions = directive.at("/Dimensions/0").valueStream().map(JsonNode::asText).toList();
                    assertThat(metric.properties()).extracting(Map.Entry::getKey).containsAll(dimensions);
                    var name = directive.at("/Metrics/0/Name").asText();
                    assertThat(metric.path(name).isNumber()).isTrue();
                    written.add(name + " " + dimensions);
                }
            }
            return written;
        }
    }
}
