package be.leerkring.platform.metrics;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a function counts, as CloudWatch takes it from the function's log: a line of JSON in the embedded metric format
 * (CloudWatch User Guide, "Specification: Embedded metric format"). Nobody waits for CloudWatch, and the line is put
 * together by hand, for a mapper would load its classes in the first request of an environment. Whatever is no plain
 * word stays out of it, so nothing about a person can get in.
 */
@Singleton
public final class Metrics {

    /** Where the alarms and the dashboard look. */
    public static final String NAMESPACE = "Leerkring";

    /** The dimension that says whose they are: two stacks in one account and region count apart. */
    public static final String STACK = "Stack";

    private static final String OTHER = "other";

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");

    private static final Logger LOG = LoggerFactory.getLogger("metrics");

    private final Clock clock;
    private final String stack;

    Metrics(Clock clock, @Value("${STACK_NAME}") String stack) {
        this.clock = clock;
        this.stack = stack;
    }

    /** What a number counts. */
    public enum Unit {
        COUNT("Count"),
        SECONDS("Seconds");

        private final String name;

        Unit(String name) {
            this.name = name;
        }
    }

    /** One more of these. */
    public void count(String name) {
        write(name, Unit.COUNT, 1, Map.of());
    }

    /**
     * One number.
     *
     * @param dimensions what tells it from others of its name, besides the stack: names, each with one of a few words;
     *     each combination of words costs as a metric of its own
     */
    public void write(String name, Unit unit, long number, Map<String, String> dimensions) {
        var all = new TreeMap<>(dimensions);
        all.put(STACK, stack);
        LOG.info("{}", line(name, unit, number, all));
    }

    private String line(String name, Unit unit, long number, Map<String, String> dimensions) {
        var names = dimensions.keySet().stream()
                .map(dimension -> quoted(dimension))
                .collect(Collectors.joining(","));
        var values = dimensions.entrySet().stream()
                .map(dimension -> quoted(dimension.getKey()) + ":" + quoted(dimension.getValue()))
                .collect(Collectors.joining(","));
        return "{\"_aws\":{\"Timestamp\":" + clock.millis()
                + ",\"CloudWatchMetrics\":[{\"Namespace\":" + quoted(NAMESPACE)
                + ",\"Dimensions\":[[" + names + "]]"
                + ",\"Metrics\":[{\"Name\":" + quoted(name) + ",\"Unit\":" + quoted(unit.name) + "}]}]},"
                + values + "," + quoted(name) + ":" + number + "}";
    }

    private static String quoted(String word) {
        return '"' + (WORD.matcher(word).matches() ? word : OTHER) + '"';
    }
}
