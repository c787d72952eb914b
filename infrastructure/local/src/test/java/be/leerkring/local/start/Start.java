package be.leerkring.local.start;

import be.leerkring.local.scenario.Command;
import be.leerkring.local.scenario.LambdaFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One start of a function, from its process to its first answer.
 *
 * @param init until it asked for its first event
 * @param invocation from there to the answer
 * @param processor what it used of the processors in all, at system and at user
 * @param memory the most that it held of the machine's at once, in megabytes
 */
record Start(double init, double invocation, double processor, double memory) {

    private static final int KILO = 1024;

    /** How a function is packaged. */
    enum Form {
        ZIP("zip"),
        CACHE("AOT cache");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Starts it once, and ends it. */
    static Start measure(Subject subject, Form form, Map<String, String> account) {
        var begun = System.nanoTime();
        try (var function = start(subject, form, account)) {
            function.awaitReady();
            var ready = System.nanoTime();
            subject.event().accept(function);
            var answered = System.nanoTime();
            return new Start(
                    milliseconds(ready - begun), milliseconds(answered - ready),
                    milliseconds(function.process().info().totalCpuDuration().orElse(Duration.ZERO).toNanos()),
                    peak(function.process()));
        }
    }

    /** How many classes it has loaded by its first answer. */
    static long classes(Subject subject, Form form, Map<String, String> account) throws IOException {
        var log = subject.zip().resolve("classes.log").toAbsolutePath();
        var others = new HashMap<>(account);
        others.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
        try (var function = start(subject, form, others)) {
            subject.event().accept(function);
            try (var lines = Files.lines(log)) {
                return lines.count();
            }
        }
    }

    private static LambdaFunction start(Subject subject, Form form, Map<String, String> account) {
        // As without a snapshot: what a resumed one has behind it can't be measured here.
        var others = new HashMap<>(account);
        others.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        return switch (form) {
            case ZIP -> {
                var words = Command.ofZip(subject.function()).words().stream()
                        .map(word -> word.equals("-XX:+TieredCompilation") ? "-XX:TieredStopAtLevel=1" : word)
                        .toList();
                yield new LambdaFunction(
                        subject.function(), subject.zip(), new Command(words, Map.of(), false), others);
            }
            case CACHE -> new LambdaFunction(
                    subject.function(), subject.image(), Command.ofImage(subject.function(), subject.image()), others);
        };
    }

    private static double milliseconds(long nanoseconds) {
        return nanoseconds / 1e6;
    }

    private static double peak(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / KILO)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** The median of each. */
    static Start median(List<Start> starts) {
        return new Start(
                Medians.of(starts, Start::init), Medians.of(starts, Start::invocation),
                Medians.of(starts, Start::processor), Medians.of(starts, Start::memory));
    }

    double first() {
        return init + invocation;
    }

    /** How many times as long as another, by the clock and by the processor. */
    String ratio(Start other) {
        return String.format(Locale.ROOT, "%.2f, %.2f", first() / other.first(), processor / other.processor());
    }
}
