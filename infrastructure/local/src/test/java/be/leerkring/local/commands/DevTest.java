package be.leerkring.local.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.leerkring.local.LaptopSite;
import be.leerkring.local.Project;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/dev} starts, as its last line starts it. */
final class DevTest {

    private static final int MAILS = 5_000;
    private static final long MOST_KILOBYTES = 512 * 1024;
    private static final Pattern ADDRESS = Pattern.compile("is running at (\\S+)");

    @TempDir
    Path data;

    @Test
    void itLivesIn512MegabytesWithFiveThousandMails() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "only Linux says how much memory a process takes");
        fill();
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(options());
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), "be.leerkring.local.Main", "--port", "0", "--data",
                data.toString()));
        var process = new ProcessBuilder(command)
                .directory(Project.root().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var site = new LaptopSite(said.lines()
                    .map(ADDRESS::matcher)
                    .filter(line -> line.find())
                    .map(line -> line.group(1))
                    .findFirst()
                    .orElseThrow());
            assertThat(site.send("GET", "/local/inbox", Map.of(), "").text()).contains("Bericht 5000");
            assertThat(site.send("GET", "/local/inbox?before=101", Map.of(), "").body()).contains("Bericht 100<");
            assertThat(site.send("GET", "/local/inbox.json", Map.of(), "").body()).hasSizeGreaterThan(75_000_000);
            assertThat(kilobytes(process.pid())).isLessThan(MOST_KILOBYTES);
        } finally {
            process.destroy();
            process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        }
    }

    /** They stand before the rooms in the class path: where both have a service, the first that is found is taken. */
    @Test
    void noLibraryBeforeTheRoomsHasAServiceOfTheirs() throws IOException {
        var ours = new ArrayList<String>();
        try (var rooms = Files.list(Project.root().resolve("functions"))) {
            for (var room : rooms.toList()) {
                var services = room.resolve("src/main/resources/META-INF/services");
                if (Files.isDirectory(services)) {
                    try (var files = Files.list(services)) {
                        files.forEach(file -> ours.add("META-INF/services/" + file.getFileName()));
                    }
                }
            }
        }
        assertThat(ours).contains("META-INF/services/io.micronaut.http.cookie.ServerCookieDecoder");
        var libraries = Files.readString(Project.root().resolve("infrastructure/local/target/libraries.txt")).strip();
        assertThat(libraries.split(File.pathSeparator)).hasSizeGreaterThan(50).allSatisfy(library -> {
            try (var jar = new JarFile(library)) {
                assertThat(ours).noneMatch(service -> jar.getEntry(service) != null);
            }
        });
    }

    /** As long as a confirmation is with its HTML and its calendar. */
    private void fill() throws IOException {
        var html = "<p style='margin:0 0 16px;font-family:sans-serif'>Hieronder staat het nog eens: %08x</p>";
        try (var inbox = Files.newBufferedWriter(data.resolve("inbox.jsonl"))) {
            for (int number = 1; number <= MAILS; number++) {
                inbox.write(("{\"id\":%d,\"at\":\"2017-02-15T09:00:00Z\",\"from\":\"netwerk@example.org\","
                        + "\"to\":[\"jan@example.org\"],\"subject\":\"Bericht %d\",\"text\":\"Dag Jan\",\"html\":\"")
                        .formatted(number, number));
                for (int line = 0; line < 180; line++) {
                    inbox.write(html.formatted((number * 31 + line) * 7919));
                }
                inbox.write("\"}\n");
            }
        }
    }

    private static List<String> options() throws IOException {
        var script = Files.readString(Project.root().resolve("bin/dev"));
        var started = script.substring(script.indexOf("exec \"$java\"") + "exec \"$java\"".length());
        return List.of(started.substring(0, started.indexOf("-cp ")).replace("\\", "").strip().split("\\s+"));
    }

    /** The most that it ever took. */
    private static long kilobytes(long process) throws IOException {
        var most = Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        System.out.println(most);
        return Long.parseLong(most.replaceAll("\\D", ""));
    }
}
