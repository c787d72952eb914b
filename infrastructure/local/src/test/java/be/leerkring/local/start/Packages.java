package be.leerkring.local.start;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import be.leerkring.local.scenario.Command;
import be.leerkring.local.scenario.Learning;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Folders as functions meet them: what an image has in it, and the two functions that others are compared with. */
final class Packages {

    /** A cache may be held against its jars' dates (JEP 483); to the second, for layers of an image keep no more. */
    private static final FileTime DATE = FileTime.from(Instant.parse("2017-01-26T12:30:00Z"));

    private static final String PLAIN = "Plain";

    private Packages() {}

    /** Lays out the images of all rooms below a folder, each under its name. */
    public static void main(String[] arguments) throws IOException {
        images(Path.of(arguments[0]));
    }

    static void images(Path folder) throws IOException {
        var rooms = new HashSet<String>();
        for (var function : StackTemplate.read(Project.root().resolve("template.yaml"), Map.of()).functions()) {
            if (rooms.add(function.codeUri())) {
                image(function, Learning.image(function, folder));
            }
        }
    }

    static StackFunction hello() {
        return function("Hello", Map.of());
    }

    static StackFunction plain(String table) {
        return function(PLAIN, Map.of("TABLE_NAME", table));
    }

    private static StackFunction function(String name, Map<String, String> environment) {
        return new StackFunction(
                name, Packages.class.getPackageName() + "." + name, "", environment, 1024, Duration.ofSeconds(15),
                false,
                List.of(), List.of(), List.of());
    }

    /** A folder for one of the two; that which calls a database takes the SDK from this class path. */
    static void compared(StackFunction function, Path folder) throws IOException {
        empty(folder.resolve("lib"));
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("lib/a-handler.jar")))) {
            var name = function.handler().replace('.', '/') + ".class";
            try (var bytes = Packages.class.getClassLoader().getResourceAsStream(name)) {
                var entry = new JarEntry(name);
                entry.setLastModifiedTime(DATE);
                jar.putNextEntry(entry);
                bytes.transferTo(jar);
            }
        }
        if (function.logicalId().equals(PLAIN)) {
            var classPath = System.getProperty("java.class.path").split(File.pathSeparator);
            for (var jar : Stream.of(classPath).filter(each -> each.endsWith(".jar")).map(Path::of).toList()) {
                if (isOfSdk(jar)) {
                    Files.copy(jar, folder.resolve("lib").resolve(jar.getFileName()), REPLACE_EXISTING);
                }
            }
        }
        finish(folder);
    }

    private static boolean isOfSdk(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().matches(
                    "(software/amazon/(awssdk|eventstream)|org/reactivestreams|org/slf4j|"
                            + "com/amazonaws/services/lambda/(runtime/RequestHandler.*|crac)).*"))
                    && !jar.getFileName().toString().matches("(logback|slf4j-simple).*");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What an image of a room has: the zip's jar and the runtime client, each under {@code lib/}, for only what
     * stands in jars on the class path can be learnt.
     */
    static void image(StackFunction function, Path folder) throws IOException {
        empty(folder.resolve("lib"));
        try (var zip = new ZipFile(Project.root().resolve(function.codeUri()).toFile())) {
            for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, folder.resolve(entry.getName()), REPLACE_EXISTING);
                }
            }
        }
        finish(folder);
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static void finish(Path folder) throws IOException {
        for (var jar : Command.runtimeClient().toList()) {
            Files.copy(jar, folder.resolve("lib").resolve(jar.getFileName()), REPLACE_EXISTING);
        }
        try (var jars = Files.list(folder.resolve("lib"))) {
            for (var jar : jars.toList()) {
                Files.setLastModifiedTime(jar, DATE);
            }
        }
        Files.createDirectories(folder.resolve("aot"));
        Files.copy(Project.root().resolve("infrastructure/image/start"), folder.resolve("start"), REPLACE_EXISTING);
        folder.resolve("start").toFile().setExecutable(true);
    }
}
