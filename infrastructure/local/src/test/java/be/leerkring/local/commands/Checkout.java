package be.leerkring.local.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.leerkring.local.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A copy of what the commands that deploy stand on, with the Python programs of this checkout. Maven and the SAM CLI
 * are scripts there that write down what they were told.
 */
final class Checkout implements AutoCloseable {

    /** How a command ended, and all that it printed. */
    record Ended(int code, String said) {}

    private static final Path TOOLS = Path.of(".tools/python");
    private static final List<String> BORROWED = List.of("lib", "pyvenv.cfg", "has-aws-sam-cli", "bin/python");

    private final Path folder;
    private final Map<String, String> environment;

    Checkout(Path folder, AwsAccount account) throws IOException {
        var real = Project.root();
        assumeTrue(
                Files.exists(real.resolve(TOOLS).resolve("has-aws-sam-cli")),
                "bin/test and bin/deploy install the AWS SAM CLI where there is a Python 3.10 or later");
        this.folder = folder.toRealPath();
        for (var file : List.of("bin/deploy", "bin/restore", "bin/java", "bin/tools", "template.yaml",
                "samconfig.toml")) {
            copy(real.resolve(file), this.folder.resolve(file));
        }
        try (var files = Files.list(real.resolve("infrastructure/tools"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                copy(file, this.folder.resolve("infrastructure/tools").resolve(file.getFileName()));
            }
        }
        borrow(real.resolve(TOOLS));
        script(".tools/python/bin/sam", """
                printf '%s\\n' "$@" >sam.arguments
                for argument; do [[ $argument != file://* ]] || cp "${argument#file://}" sam.parameters; done
                echo 'SAM was here'
                exit "$(cat sam.code 2>/dev/null || echo 0)"
                """);
        script("path/mvn", """
                echo "mvn $*" >>maven.arguments
                echo 'Apache Maven 3.9.9 (abc)'
                echo 'Java version: 25.0.1, vendor: Eclipse Adoptium, runtime: /opt/jdk'
                """);
        environment = Map.of(
                "PATH", this.folder.resolve("path") + ":" + System.getenv("PATH"),
                "JAVA_HOME", System.getProperty("java.home"),
                "HOME", this.folder.toString(),
                "AWS_ENDPOINT_URL", account.address(),
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_EC2_METADATA_DISABLED", "true",
                "SAM_CLI_TELEMETRY", "0");
    }

    /** The programs of the real checkout, under an environment of this one's: Python finds both by where it is. */
    private void borrow(Path real) throws IOException {
        var mine = folder.resolve(TOOLS);
        Files.createDirectories(mine.resolve("bin"));
        for (var name : BORROWED) {
            Files.createSymbolicLink(mine.resolve(name), real.resolve(name));
        }
        var madeFor = new ArrayList<>(Files.readAllLines(real.resolve("made-for")));
        madeFor.set(0, folder.toString());
        Files.write(mine.resolve("made-for"), madeFor);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    void script(String path, String lines) throws IOException {
        write(path, "#!/usr/bin/env bash\n" + lines);
        folder.resolve(path).toFile().setExecutable(true);
    }

    void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    boolean has(String path) {
        return Files.exists(folder.resolve(path));
    }

    String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    /** Runs a command as somebody would whose terminal is not there: nobody answers its questions. */
    Ended run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("It does not end: " + said);
        }
        return new Ended(process.exitValue(), said);
    }

    /** Gives back what is borrowed; the folder is the test's to delete. */
    @Override
    public void close() throws IOException {
        for (var name : BORROWED) {
            Files.delete(folder.resolve(TOOLS).resolve(name));
        }
    }
}
