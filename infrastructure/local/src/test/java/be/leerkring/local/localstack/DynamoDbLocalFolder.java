package be.leerkring.local.localstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DynamoDB Local and Java where LocalStack looks for them before it would download its own: this test's class path,
 * and the Java that it runs on.
 */
final class DynamoDbLocalFolder {

    private DynamoDbLocalFolder() {}

    static void make(Path libraries) {
        try {
            var database = Files.createDirectories(libraries.resolve("dynamodb-local/2"));
            var manifest = manifest();
            manifest.getMainAttributes().put(Name.MAIN_CLASS, DatabaseProcess.class.getName());
            manifest.getMainAttributes().put(Name.CLASS_PATH, classPath().collect(Collectors.joining(" ")));
            jar(database.resolve("DynamoDBLocal.jar"), manifest);
            agent(database.resolve("ddb-local-loader-0.1.jar"));
            link(Files.createDirectories(libraries.resolve("java")).resolve("21"),
                    Path.of(System.getProperty("java.home")));
        } catch (IOException failed) {
            throw new UncheckedIOException("Can't lay DynamoDB Local out in " + libraries, failed);
        }
    }

    /** LocalStack's own agent allows more indexes than DynamoDB does; this one does nothing. */
    private static void agent(Path file) throws IOException {
        var manifest = manifest();
        manifest.getMainAttributes().put(new Name("Premain-Class"), IdleAgent.class.getName());
        jar(file, manifest, IdleAgent.class);
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(file -> Path.of(file).toUri().toString());
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }

    private static void jar(Path file, Manifest manifest, Class<?>... classes) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (var each : classes) {
                var name = each.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (var bytes = each.getResourceAsStream("/" + name)) {
                    bytes.transferTo(jar);
                }
            }
        }
    }
}
