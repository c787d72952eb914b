package be.leerkring.local.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.local.ComingSession;
import be.leerkring.local.Project;
import be.leerkring.local.scenario.Command;
import be.leerkring.local.scenario.LambdaFunction;
import be.leerkring.local.scenario.LambdaSite;
import be.leerkring.local.scenario.LambdaStage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much a packaged function loads until it has answered a first form: most of its start is that. */
class ClassesIT {

    private static final int CLASSES = 7_442;

    @Test
    void aFirstFormLoadsNoMoreClassesThanItDid() throws IOException {
        var template = StackTemplate.read(
                Project.root().resolve("template.yaml"),
                Map.of("Table.Table", "leerkring", "Mail.ConfigurationSet", "leerkring"));
        var function = template.functions().stream()
                .filter(each -> each.logicalId().equals("RegistrationFunction"))
                .findFirst()
                .orElseThrow();
        try (var database = EmbeddedDynamoDb.inMemory(); var ses = EmbeddedSes.start(Clock.systemUTC())) {
            TemplateTable.in(template.nested("Table")).create(database.client(), "leerkring");
            var session = ComingSession.publish(database.client(), "leerkring");
            var folder = LambdaStage.unpacked(function);
            var log = folder.resolve("classes.log");
            var environment = new HashMap<>(LambdaStage.account(database, ses));
            environment.put("PRIMED", "");
            environment.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
            try (var started = new LambdaFunction(function, folder, Command.ofZip(function), environment)) {
                var site = new LambdaSite(
                        "leerkring.example.org", Map.of(new HttpRoute("ANY", "$default"), started::invoke));
                var answer = site.send(
                        "POST",
                        session.path() + "/register",
                        Map.of("content-type", "application/x-www-form-urlencoded"),
                        "name=An+Peeters&email=an%40example.org&organisation=vil&language=nl&consent=yes");
                assertThat(answer.status()).isEqualTo(303);
                try (var lines = Files.lines(log)) {
                    assertThat(lines.filter(line -> line.contains("source:")).count())
                            .isCloseTo(CLASSES, withinPercentage(3));
                }
            }
        }
    }
}
