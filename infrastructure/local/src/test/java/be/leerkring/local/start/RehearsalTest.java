package be.leerkring.local.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.StackFunction;
import be.leerkring.local.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * What functions behind the site play before their first visitor. To record it anew, delete the files and run this:
 * they are written, and the run fails once.
 */
class RehearsalTest {

    /** Nothing that is recorded then is over when it is played. */
    private static final Instant FAR = Instant.parse("2037-03-02T09:00:00Z");

    @Test
    void everyFunctionThatNamesARehearsalHasOne() throws IOException {
        var written = new ArrayList<Path>();
        try (var world = new World(FAR)) {
            for (var function : world.site().template().functions()) {
                if (function.environment().containsKey("REHEARSAL") && !Files.exists(file(function))) {
                    record(function, world);
                    written.add(file(function));
                }
            }
        }
        assertThat(written).as("were written: look at them, and run this again").isEmpty();
    }

    private static Path file(StackFunction function) {
        return Project.root().resolve(function.codeUri()).getParent().resolveSibling("src/main/resources/rehearsal")
                .resolve(function.environment().get("REHEARSAL") + ".txt");
    }

    private static void record(StackFunction function, World world) throws IOException {
        var lines = new ArrayList<String>();
        for (var route : Route.of(function, world)) {
            var person = world.person(0);
            var statuses = new ArrayList<Integer>();
            var answers = Recorder.during(() -> statuses.add(
                    route.send(world.site().site(), world, person).status()));
            if (statuses.getFirst() < 400) {
                lines.add(String.join("\t", route.method(), route.path().apply(person), world.cookie().get("cookie"),
                        route.body()));
                answers.forEach(answer -> lines.add("\t" + answer));
            }
        }
        Files.createDirectories(file(function).getParent());
        Files.write(file(function), lines, UTF_8);
    }
}
