package be.leerkring.local.start;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import be.leerkring.local.scenario.Command;
import be.leerkring.local.scenario.LambdaFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an image has in it, as its build lays it out: its entry point, and the cache that its start is learnt into. */
class ImageIT {

    private static final Map<String, String> NOWHERE = Map.of(
            "PRIMED", "", "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1", "AWS_REGION", "eu-west-1",
            "AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret");

    private final StackFunction function = StackTemplate.read(
            Project.root().resolve("template.yaml"),
            Map.of("Table.Table", "leerkring", "Mail.ConfigurationSet", "leerkring"))
            .functions().stream()
            .filter(each -> each.logicalId().equals("ProgrammeFunction"))
            .findFirst()
            .orElseThrow();

    @Test
    void whatIsLearntIsUsedWhereTheImagePutsItsJars(@TempDir Path folder) throws Exception {
        var built = folder.resolve("rooms/programme");
        Packages.image(function, built);
        ask(Command.learningFor(function, built), built, Map.of());
        assertThat(built.resolve("aot/ProgrammeFunction.aot")).exists();
        var image = folder.resolve("task");
        copy(built, image);

        assertThat(fits(image)).isZero();
        assertThat(shared(image)).isGreaterThan(0.95);
        Files.delete(image.resolve("aot/ProgrammeFunction.aot"));
        assertThat(fits(image)).isNotZero();
        ask(Command.ofImage(function, image), image, Map.of());
    }

    /** As a Dockerfile's COPY does, which keeps the files' dates. */
    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start().waitFor()).isZero();
    }

    private static int fits(Path image) throws Exception {
        var builder = new ProcessBuilder(image.resolve("start").toString(), "ProgrammeFunction", "none");
        builder.environment().putAll(Map.of(
                "FIT", "yes", "JAVA_HOME", System.getProperty("java.home"), "LAMBDA_TASK_ROOT", image.toString(),
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"));
        return builder.redirectErrorStream(true).redirectOutput(image.resolve("fit.log").toFile()).start().waitFor();
    }

    /** Which part of the classes comes from the cache. */
    private double shared(Path image) throws IOException {
        var log = image.resolve("classes.log");
        ask(Command.ofImage(function, image), image,
                Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log));
        var lines = Files.readAllLines(log);
        return (double) lines.stream().filter(line -> line.contains("shared objects file")).count() / lines.size();
    }

    private void ask(Command command, Path folder, Map<String, String> more) {
        var others = new HashMap<>(NOWHERE);
        others.putAll(more);
        others.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        try (var started = new LambdaFunction(function, folder, command, others)) {
            assertThat(Subject.site(started).get("/privacy").status()).isEqualTo(200);
        }
    }
}
