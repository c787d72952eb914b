package be.leerkring.local.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.emulator.template.HttpRoute;
import be.leerkring.emulator.template.StackFunction;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One execution environment: a process of the unpacked zip under Lambda's own runtime client, and the Runtime API that
 * this client asks for events. Only the client stands on the class path; it finds the zip as it does on Lambda.
 */
public final class LambdaFunction implements AutoCloseable {

    private static final String RESTORE = "/2018-06-01/runtime/restore/next";
    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
    private static final Duration START = Duration.ofMinutes(2);

    private final StackFunction function;
    private final Command command;
    private final Path log;
    private final HttpServer api;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final Process process;
    private final long started = System.nanoTime();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile CompletableFuture<String> answer = new CompletableFuture<>();
    private boolean answered;

    /**
     * Starts it.
     *
     * @param folder the task's root, into which it also writes its log
     * @param others variables beside those that the template and Lambda give it
     */
    public LambdaFunction(StackFunction function, Path folder, Command command, Map<String, String> others) {
        this.function = function;
        this.command = command;
        this.log = folder.resolve(function.logicalId() + ".log");
        try {
            api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            api.setExecutor(threads);
            api.createContext("/", this::serve);
            api.start();
            process = process(folder, others);
        } catch (IOException failed) {
            throw new UncheckedIOException("Can't start " + function.logicalId(), failed);
        }
        process.onExit().thenAccept(dead -> {
            var ended = new IllegalStateException(function.logicalId() + " ended with " + dead.exitValue());
            ready.completeExceptionally(ended);
            answer.completeExceptionally(ended);
        });
    }

    private Process process(Path folder, Map<String, String> others) throws IOException {
        var builder = new ProcessBuilder(command.words());
        var environment = builder.environment();
        environment.clear();
        environment.putAll(function.environment());
        // The snapshot itself can't be taken here; what happens before and after it does.
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", function.snapStart() ? "snap-start" : "on-demand");
        environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.getAddress().getPort());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.logicalId());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memorySize()));
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.logicalId());
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "test");
        environment.put("LAMBDA_TASK_ROOT", folder.toString());
        environment.put("_HANDLER", function.handler());
        environment.put("TZ", ":UTC");
        environment.put("LANG", "en_US.UTF-8");
        environment.putAll(command.environment());
        environment.putAll(others);
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Waits until the process did what it does before its snapshot, or before the first event where there is none. */
    public void awaitReady() {
        try {
            ready.get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(function.logicalId() + " did not become ready", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Calls the function, as Lambda does: one event at a time. */
    public synchronized String invoke(String event) {
        if (!process.isAlive()) {
            throw new IllegalStateException(function.logicalId() + " has ended; see its log");
        }
        answer = new CompletableFuture<>();
        events.add(event);
        try {
            var result = answer.get((answered ? function.timeout() : START).toMillis(), TimeUnit.MILLISECONDS);
            if (!answered) {
                answered = true;
                System.out.printf(
                        "%s answers %d ms after its process started, for the first time%n",
                        function.logicalId(), Duration.ofNanos(System.nanoTime() - started).toMillis());
            }
            return result;
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(function.logicalId() + " did not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** As the schedule does that keeps an environment of those behind the site that have no snapshot. */
    public void wake() {
        if (!function.routes().isEmpty() && !function.snapStart()) {
            var answer = invoke(function.schedules().getFirst().input());
            if (!answer.contains("204")) {
                throw new IllegalStateException(function.logicalId() + " was not woken: " + answer);
            }
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals(RESTORE)) {
                exchange.sendResponseHeaders(200, -1);
                ready.complete(null);
                return;
            }
            if (path.equals(INVOCATION + "next")) {
                ready.complete(null);
                next(exchange);
                return;
            }
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.sendResponseHeaders(202, -1);
            if (path.endsWith("/response")) {
                answer.complete(body);
            } else {
                answer.completeExceptionally(new IllegalStateException(path + " " + body));
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        String event;
        try {
            event = events.take();
        } catch (InterruptedException stopped) {
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(Instant.now().plus(function.timeout()).toEpochMilli()));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:eu-west-1:123456789012:function:" + function.logicalId() + ":live");
        var bytes = event.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The routes that the template sends here. */
    List<HttpRoute> routes() {
        return function.routes();
    }

    /** What it wrote until now. */
    public String log() {
        try {
            return Files.readString(log, ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + log, unreadable);
        }
    }

    /** What it uses of the machine can be asked by this. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** A process that learns is let end by itself, for it writes down then what it has learnt. */
    @Override
    public void close() {
        if (command.learns()) {
            process.destroy();
            awaitEnd();
        }
        process.destroyForcibly();
        threads.shutdownNow();
        api.stop(0);
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(START.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(function.logicalId() + " does not end; see " + log);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
