package be.leerkring.local.scenario;

import be.leerkring.emulator.template.StackFunction;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What starts a function's process: as a zip under Lambda's managed runtime, or as a container image.
 *
 * @param environment variables that belong to it
 * @param learns whether it writes down, when it ends, what the next start can do without
 */
public record Command(List<String> words, Map<String, String> environment, boolean learns) {

    /** As the managed runtime starts a zip: only its client stands on the class path, and finds the zip by itself. */
    public static Command ofZip(StackFunction function) {
        return new Command(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        // as the managed runtime names its own hooks
                        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                        "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                                + Library.UNPACKED,
                        "-XX:+UseSerialGC",
                        // AWS Compute Blog, "AWS Lambda now supports Java 25"
                        function.snapStart() ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx" + function.memorySize() * 8 / 10 + "m",
                        "-cp",
                        runtimeClient().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        function.handler()),
                Map.of(),
                false);
    }

    /**
     * The native part of the runtime client, unpacked once by each process of tests. Left to itself, the client copies
     * it to the same file in {@code /tmp} at each start, and one that loads it while another writes it dies of SIGBUS.
     */
    private static final class Library {

        private static final Path UNPACKED = unpacked("libaws-lambda-jni.linux-%s.so"
                .formatted(System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64"));

        private static Path unpacked(String name) {
            try (var library = Command.class.getResourceAsStream("/jni/" + name)) {
                var file = Files.createTempFile("leerkring-", name);
                file.toFile().deleteOnExit();
                Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** By the entry point of an image, with the cache that stands in it. */
    public static Command ofImage(StackFunction function, Path folder) {
        return ofImage(function, folder, false);
    }

    /** The same, but it makes the cache. */
    public static Command learningFor(StackFunction function, Path folder) {
        return ofImage(function, folder, true);
    }

    private static Command ofImage(StackFunction function, Path folder, boolean learns) {
        return new Command(
                List.of(folder.resolve("start").toString(), function.logicalId(), function.handler()),
                Map.of("JAVA_HOME", System.getProperty("java.home"), "LEARN", learns ? "yes" : ""),
                learns);
    }

    /** Those jars of this class path that Lambda's managed runtime brings. */
    public static Stream<Path> runtimeClient() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(
                        ".*/(aws-lambda-java-(runtime-interface-client|core|serialization)|utils-lite)-\\d[^/]*\\.jar"))
                .map(Path::of);
    }
}
