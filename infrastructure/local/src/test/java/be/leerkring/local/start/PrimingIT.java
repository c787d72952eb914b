package be.leerkring.local.start;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.dynamodb.EmbeddedDynamoDb;
import be.leerkring.emulator.ses.EmbeddedSes;
import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.emulator.template.TemplateTable;
import be.leerkring.local.ComingSession;
import be.leerkring.local.Project;
import be.leerkring.local.scenario.Command;
import be.leerkring.local.scenario.LambdaFunction;
import be.leerkring.local.scenario.LambdaSite;
import be.leerkring.local.scenario.LambdaStage;
import be.leerkring.network.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a function answers before its first visitor comes, and what that spares them. */
class PrimingIT {

    private static final String TABLE = "leerkring";

    /** Twice as many forms, and the first of each, come from one source within an hour: fewer than a limit has. */
    private static final int WARM = 13;

    private final StackTemplate template = StackTemplate.read(
            Project.root().resolve("template.yaml"),
            Map.of("Table.Table", TABLE, "Mail.ConfigurationSet", "leerkring"));

    /** What a function's start, its first form and those after it took. */
    private record Measured(Duration start, Duration first, Duration warm, long classes) {

        double ratio() {
            return (double) first.toNanos() / warm.toNanos();
        }
    }

    @Test
    void theFirstFormAfterAStartMeetsLoadedClasses() throws IOException {
        var function = function("RegistrationFunction");
        try (var database = EmbeddedDynamoDb.inMemory(); var ses = EmbeddedSes.start(Clock.systemUTC())) {
            TemplateTable.in(template.nested("Table")).create(database.client(), TABLE);
            var session = ComingSession.publish(database.client(), TABLE);
            var cold = measure(function, database, ses, session, "");
            var primed = measure(function, database, ses, session, function.environment().get("PRIMED"));
            System.out.printf(
                    "The first form after a start of %d ms: %d ms and %d classes; primed, after one of %d ms: %d ms "
                            + "and %d classes; warm %d ms; first to warm %.1f, primed %.1f%n",
                    cold.start().toMillis(), cold.first().toMillis(), cold.classes(),
                    primed.start().toMillis(), primed.first().toMillis(), primed.classes(),
                    primed.warm().toMillis(), cold.ratio(), primed.ratio());
            assertThat(primed.classes()).isLessThan(cold.classes() / 40);
            assertThat(primed.first()).isLessThan(cold.first());
            assertThat(primed.ratio()).isLessThan(cold.ratio() / 2);
        }
    }

    @Test
    void everyFunctionBehindTheSiteIsPrimedByItsOwnRoutes() {
        assertThat(template.functions())
                .filteredOn(function -> !function.routes().isEmpty())
                .allSatisfy(function -> assertThat(function.environment().getOrDefault("PRIMED", "").split(", "))
                        .allSatisfy(request -> {
                            var path = request.split(" ")[1].replace("{token}", "none").replace("{id}", "none");
                            assertThat(HttpRoute.choose(function.routes(), request.split(" ")[0], path)).isPresent();
                        }));
    }

    private Measured measure(
            StackFunction function, EmbeddedDynamoDb database, EmbeddedSes ses, Session session, String primed)
            throws IOException {
        var log = LambdaStage.unpacked(function).resolve("classes-" + (primed.isEmpty() ? "cold" : "primed") + ".log");
        var others = Map.of("PRIMED", primed, "JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
        var begun = System.nanoTime();
        try (var started = start(function, database, ses, others)) {
            var routes = new HashMap<HttpRoute, java.util.function.Function<String, String>>();
            routes.put(new HttpRoute("ANY", "$default"), started::invoke);
            var site = new LambdaSite("leerkring.example.org", routes);
            started.awaitReady();
            if (!primed.isEmpty()) {
                started.wake();
            }
            var start = Duration.ofNanos(System.nanoTime() - begun);
            var loaded = Files.lines(log).count();
            var first = post(site, session, 0);
            var classes = Files.lines(log).count() - loaded;
            var warm = LongStream.rangeClosed(1, WARM)
                    .map(number -> post(site, session, number).toNanos())
                    .sorted()
                    .toArray();
            return new Measured(start, first, Duration.ofNanos(warm[WARM / 2]), classes);
        }
    }

    private static Duration post(LambdaSite site, Session session, long number) {
        var address = "an." + number + "." + System.nanoTime() + "%40example.org";
        var begun = System.nanoTime();
        var answer = site.send(
                "POST",
                session.path() + "/register",
                Map.of("content-type", "application/x-www-form-urlencoded"),
                "name=An+Peeters&email=" + address + "&organisation=vil&language=nl&consent=yes");
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(answer.status()).isEqualTo(303);
        return took;
    }

    private LambdaFunction start(
            StackFunction function, EmbeddedDynamoDb database, EmbeddedSes ses, Map<String, String> others) {
        var environment = new HashMap<>(LambdaStage.account(database, ses));
        environment.putAll(others);
        return new LambdaFunction(function, LambdaStage.unpacked(function), Command.ofZip(function), environment);
    }

    private StackFunction function(String logicalId) {
        return template.functions().stream()
                .filter(each -> each.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }
}
