package be.leerkring.platform.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Two environments that resume one snapshot wait otherwise. A process that forks is a snapshot that is resumed twice:
 * parent's memory, two lives. What the children draw, they write to their output and go.
 */
@EnabledOnOs(OS.LINUX)
@SuppressWarnings("restricted")
final class ResumedTest {

    @Test
    void twoThatResumeOneStateDrawDifferentNumbers() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                java, "-Xint", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Snapshot.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = List.of(new String(process.getInputStream().readAllBytes(), UTF_8).split("\n"));
        process.waitFor();

        assertThat(lines).as(String.join("\n", lines)).hasSize(4);
        assertThat(drawn(lines, "shared").distinct()).as("a seed in the snapshot is the same in both").hasSize(1);
        assertThat(drawn(lines, "waits").distinct()).hasSize(2);
    }

    private static Stream<String> drawn(List<String> lines, String kind) {
        return lines.stream().filter(line -> line.startsWith(kind));
    }

    /** The process that forks. */
    static final class Snapshot {

        private static final Linker LINKER = Linker.nativeLinker();

        /** Any state that Lambda resumes is older, in milliseconds: the system's numbers are read ahead for less. */
        private static final long AGE = 200;

        private Snapshot() {}

        public static void main(String[] arguments) throws Throwable {
            var fork = function("fork", FunctionDescriptor.of(ValueLayout.JAVA_INT));
            var wait = function("wait", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            var alarm = function("alarm", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            var exit = function("_exit", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
            var write = function("write", FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
            // What the children do was done once before, so that they load no class: they have no other threads.
            draw(write, 2);
            var born = System.currentTimeMillis();
            while (System.currentTimeMillis() - born < AGE) {
                Thread.onSpinWait();
            }
            for (int child = 0; child < 2; child++) {
                if ((int) fork.invokeExact() == 0) {
                    var _ = (int) alarm.invokeExact(10);
                    draw(write, 1);
                    exit.invokeExact(0);
                }
                var _ = (int) wait.invokeExact(MemorySegment.NULL);
            }
        }

        private static void draw(MethodHandle write, int to) throws Throwable {
            print(write, to, "shared ", ThreadLocalRandom.current().nextLong());
            print(write, to, "waits ", Contention.drawn(Long.MAX_VALUE));
        }

        private static void print(MethodHandle write, int to, String what, long number) throws Throwable {
            try (var arena = Arena.ofConfined()) {
                var line = arena.allocateFrom(what.concat(Long.toString(number)).concat("\n"));
                var _ = (long) write.invokeExact(to, line, line.byteSize() - 1);
            }
        }

        private static MethodHandle function(String name, FunctionDescriptor type) {
            return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), type);
        }
    }
}
