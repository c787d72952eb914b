package be.leerkring.local.start;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import be.leerkring.local.scenario.Command;
import be.leerkring.local.scenario.LambdaFunction;
import be.leerkring.local.scenario.LambdaStage;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event that wakes a function behind the site, under Lambda's own runtime client and without a table. */
class WakingIT {

    /** Nobody listens there: a read would fail, and say so in the log. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final StackTemplate template = StackTemplate.read(
            Project.root().resolve("template.yaml"),
            Map.of("Table.Table", "leerkring", "Mail.ConfigurationSet", "leerkring"));

    @ParameterizedTest
    @ValueSource(strings = {"ProgrammeFunction", "RegistrationFunction", "UnsubscribeFunction"})
    void isAnsweredWithoutARouteAReadOrALineInTheLog(String logicalId) {
        var function = function(logicalId);
        var others = Map.of(
                "PRIMED", "",
                "AWS_ENDPOINT_URL_DYNAMODB", NOWHERE,
                "AWS_REGION", LocalAccount.REGION.id(),
                "AWS_ACCESS_KEY_ID", LocalAccount.ACCESS_KEY_ID,
                "AWS_SECRET_ACCESS_KEY", LocalAccount.SECRET_ACCESS_KEY);
        try (var started = new LambdaFunction(function, LambdaStage.unpacked(function), Command.ofZip(function),
                others)) {
            started.awaitReady();
            var written = started.log();

            assertThat(started.invoke(function.schedules().getFirst().input())).contains("\"statusCode\":204");
            assertThat(started.log()).isEqualTo(written);
        }
    }

    private StackFunction function(String logicalId) {
        return template.functions().stream()
                .filter(each -> each.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }
}
