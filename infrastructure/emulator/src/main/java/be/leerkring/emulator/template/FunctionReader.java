package be.leerkring.emulator.template;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an AWS::Serverless::Function the way SAM does. */
final class FunctionReader {

    private final Section properties;
    private final List<HttpRoute> routes = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private final List<StreamSource> streams = new ArrayList<>();

    private FunctionReader(Section properties) {
        this.properties = properties;
    }

    static StackFunction read(StackResource function, Object globals) {
        return new FunctionReader(Section.of(merge(globals, function.properties()))).read(function.logicalId());
    }

    /** Maps are merged and lists appended, anything else is the function's own: SAM's rule for Globals. */
    private static Object merge(Object global, Object own) {
        if (global instanceof Map<?, ?> globals && own instanceof Map<?, ?> owns) {
            var merged = new LinkedHashMap<Object, Object>(globals);
            owns.forEach((key, value) -> merged.merge(key, value, FunctionReader::merge));
            return merged;
        }
        if (global instanceof List<?> globals && own instanceof List<?> owns) {
            var merged = new ArrayList<Object>(globals);
            merged.addAll(owns);
            return merged;
        }
        return own;
    }

    private StackFunction read(String logicalId) {
        properties.section("Events").entries().forEach((name, event) -> read((String) name, Section.of(event)));
        return new StackFunction(
                logicalId,
                properties.text("Handler", ""),
                properties.text("CodeUri", ""),
                environment(),
                properties.number("MemorySize", 128),
                Duration.ofSeconds(properties.number("Timeout", 3)),
                properties.section("SnapStart").text("ApplyOn", "None").equals("PublishedVersions"),
                List.copyOf(routes),
                List.copyOf(schedules),
                List.copyOf(streams));
    }

    private Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        var variables = properties.section("Environment").section("Variables");
        variables.entries().forEach((name, value) -> environment.put((String) name, Intrinsics.text(value)));
        return environment;
    }

    private void read(String name, Section event) {
        var details = event.section("Properties");
        switch (event.text("Type", "")) {
            case "HttpApi", "Api" -> routes.add(route(details));
            case "Schedule", "ScheduleV2" -> {
                if (runs(details)) {
                    schedules.add(schedule(name, details));
                }
            }
            case "DynamoDB" -> streams.add(stream(name, details));
            default -> {
                // Other events have no stand-in here; a function that has them can still be called through the rest.
            }
        }
    }

    private static HttpRoute route(Section details) {
        return new HttpRoute(details.text("Method", "ANY").toUpperCase(Locale.ROOT), details.text("Path", "$default"));
    }

    private static boolean runs(Section details) {
        return details.text("Enabled", "true").equals("true") && details.text("State", "ENABLED").equals("ENABLED");
    }

    private static Schedule schedule(String name, Section details) {
        // The older event calls its expression Schedule, the newer one ScheduleExpression.
        var expression = details.text("ScheduleExpression", details.text("Schedule", ""));
        var zone = ZoneId.of(details.text("ScheduleExpressionTimezone", "UTC"));
        return Schedule.parse(name, expression, zone, details.text("Input", ""));
    }

    private static StreamSource stream(String name, Section details) {
        var age = details.number("MaximumRecordAgeInSeconds", -1);
        return new StreamSource(
                name,
                details.section("FilterCriteria").sections("Filters").stream()
                        .map(filter -> filter.text("Pattern", "{}"))
                        .toList(),
                details.number("BatchSize", 100),
                details.number("MaximumRetryAttempts", -1),
                age < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(age)),
                details.list("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                details.isTrue("BisectBatchOnFunctionError"),
                Duration.ofSeconds(details.number("MaximumBatchingWindowInSeconds", 0)));
    }
}
