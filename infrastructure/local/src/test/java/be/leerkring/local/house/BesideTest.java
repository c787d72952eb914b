package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackResource;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A second stack, of another network or to try things out, stands beside the first in its account and region. */
class BesideTest {

    /** What a resource is called, which CloudFormation makes up where the template does not say it. */
    private static final Set<String> NAMES = Set.of(
            "Name", "AlarmName", "DashboardName", "FilterName", "FunctionName", "ManagedPolicyName", "PolicyName",
            "QueueName", "RoleName", "TableName", "TopicName");

    private static final Set<String> SCHEDULES = Set.of("Schedule", "ScheduleV2");

    private final StackTemplate template = StackTemplate.read(Project.root().resolve("template.yaml"));

    @Test
    void nothingHasANameOfItsOwn() {
        assertThat(resources(template)).isNotEmpty().allSatisfy(resource -> assertThat(
                resource.properties().entrySet())
                .as(resource.logicalId())
                .noneMatch(property -> isName(resource, property.getKey()) && isFixed(property.getValue())));
    }

    /** A filter has the name of the log group that it reads. */
    private static boolean isName(StackResource resource, String property) {
        return NAMES.contains(property)
                || (property.equals("LogGroupName") && resource.type().equals("AWS::Logs::LogGroup"));
    }

    private static Stream<StackResource> resources(StackTemplate stack) {
        return stack.resources().stream().flatMap(resource -> Stream.concat(
                Stream.of(resource),
                resource.type().equals("AWS::Serverless::Application")
                        ? resources(stack.nested(resource.logicalId()))
                        : Stream.of()));
    }

    /** One that begins with the stack's own is another in another stack. */
    private static boolean isFixed(Object name) {
        return !name.toString().startsWith("leerkring");
    }

    /** SAM calls a schedule by its event's name, unless it is told not to (serverless-application-model issue 3109). */
    @Test
    void noScheduleIsCalledByItsEvent() {
        var schedules = template.resources("AWS::Serverless::Function").stream()
                .flatMap(function -> ((Map<?, ?>) function.properties().get("Events")).values().stream())
                .map(event -> (Map<?, ?>) event)
                .filter(event -> SCHEDULES.contains(event.get("Type").toString()))
                .map(event -> (Map<?, ?>) event.get("Properties"))
                .toList();

        assertThat(schedules).isNotEmpty().allSatisfy(schedule -> {
            assertThat(schedule.get("OmitName")).isEqualTo(true);
            assertThat(schedule.get("Name")).isNull();
        });
    }

    /** The metrics of a second stack are told apart by it. */
    @Test
    void everyFunctionKnowsWhichStackItIsOf() {
        assertThat(template.functions()).isNotEmpty().allSatisfy(
                function -> assertThat(function.environment()).containsEntry("STACK_NAME", "leerkring"));
    }

    @Test
    void noSenderIsMadeWhereSesKnowsItAlready() {
        assertThat(identities(Map.of())).isEqualTo(1);
        assertThat(identities(Map.of("SenderIdentity", "example.org"))).isZero();
    }

    private static long identities(Map<String, String> parameters) {
        return StackTemplate.read(Project.root().resolve("template.yaml"), parameters).nested("Mail")
                .resources("AWS::SES::EmailIdentity").size();
    }

    /** Of whatever identity SES looks at, and from the sender's address alone. */
    @Test
    void mailLeavesFromTheSenderAlone() {
        var statements = template.resources("AWS::IAM::ManagedPolicy").stream()
                .map(policy -> (Map<?, ?>) policy.properties().get("PolicyDocument"))
                .flatMap(document -> ((List<?>) document.get("Statement")).stream())
                .map(statement -> (Map<?, ?>) statement)
                .filter(statement -> statement.get("Action").toString().contains("ses:"))
                .toList();

        assertThat(statements).singleElement().satisfies(statement -> {
            assertThat(statement.get("Action")).isEqualTo(List.of("ses:SendEmail", "ses:SendRawEmail"));
            assertThat(statement.get("Resource").toString()).contains(":identity/*");
            assertThat(statement.get("Condition").toString()).contains("ses:FromAddress");
        });
    }
}
