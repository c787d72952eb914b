package be.leerkring.local.localstack;

import be.leerkring.emulator.LocalAccount;
import be.leerkring.local.Project;
import be.leerkring.local.SiteContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** LocalStack in a process of its own, from the Python packages that it is made of. */
final class OnThisMachine implements LocalStack {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(10);
    private static final String READY = "Ready.";

    private final URI endpoint;
    private final Path log;
    private final Process process;

    private OnThisMachine(URI endpoint, Path log, Process process) {
        this.endpoint = endpoint;
        this.log = log;
        this.process = process;
    }

    /**
     * Returns once it is ready.
     *
     * @throws IllegalStateException if it ends or isn't ready in time; it says where its log is
     */
    static OnThisMachine start(Path python) {
        var root = Project.root().resolve("infrastructure/local/target/localstack");
        DynamoDbLocalFolder.make(root.resolve("var/lib/localstack/lib"));
        var log = root.resolve("localstack.log");
        var port = freePort();
        try {
            var builder = new ProcessBuilder(
                    python.resolve("bin/python").toString(), "-m", "localstack.runtime.main");
            builder.environment().putAll(settings(root, port));
            var started = new OnThisMachine(
                    URI.create("http://127.0.0.1:" + port),
                    log,
                    builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
            started.awaitReady();
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException("Can't start LocalStack in " + python, failed);
        }
    }

    private static Map<String, String> settings(Path root, int port) {
        var settings = new HashMap<String, String>();
        settings.put("FILESYSTEM_ROOT", root.toString());
        settings.put("GATEWAY_LISTEN", "127.0.0.1:" + port);
        // A file of some container engines' misleads it.
        settings.put("OVERRIDE_IN_DOCKER", "0");
        // Those that hand everything to DynamoDB Local; the others copy each record into an emulator of Kinesis.
        settings.put("PROVIDER_OVERRIDE_DYNAMODB", "v2");
        settings.put("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2");
        settings.put("DYNAMODB_IN_MEMORY", "1");
        // Nothing that would leave the machine.
        settings.put("DISABLE_EVENTS", "1");
        settings.put("SKIP_SSL_CERT_DOWNLOAD", "1");
        settings.put("DNS_ADDRESS", "0");
        settings.put("SQS_ENDPOINT_STRATEGY", "path");
        return settings;
    }

    private void awaitReady() throws IOException {
        var latest = Instant.now().plus(START);
        try {
            while (!Files.readString(log).contains(READY)) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("LocalStack ended; see " + log);
                }
                if (Instant.now().isAfter(latest)) {
                    throw new IllegalStateException("LocalStack was not ready after " + START + "; see " + log);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            if (!Files.readString(log).contains(READY)) {
                close();
            }
        }
    }

    @Override
    public SiteContext.Database account() {
        return new SiteContext.Database(
                endpoint, LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY, LocalAccount.REGION.id());
    }

    /** Asks it to end, which ends its DynamoDB Local too; what is left of both after that is killed. */
    @Override
    public void close() {
        var all = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("There is no free port", none);
        }
    }
}
