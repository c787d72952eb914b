package be.leerkring.local.cost;

import be.leerkring.local.Project;
import be.leerkring.testing.Meter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The chart of what requests and runs cost, in infrastructure/README.md. */
final class Chart {

    static final String MAIL = "a mail: claimed, its address looked up, its turn at SES, marked; its batch counted";

    private static final Set<String> MAILERS = Set.of("MAIL#*", "ADDRESS#*", "RATE#*", "MAILED");

    private static final Set<String> WRITING = Set.of("TransactWriteItems", "UpdateItem");

    private static final Pattern CALLS = Pattern.compile("(?:\\d+ × )?(\\w+) (\\d+\\.\\d)");

    private Chart() {}

    /** What a request or a run costs, in units of DynamoDB. */
    record Units(double read, double written) {}

    static List<String> lines() {
        try {
            return Files.readAllLines(Project.root().resolve("infrastructure/README.md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The row of what was measured. */
    static String row(String what, List<Meter.Call> calls) {
        return "| %s | %s |".formatted(what, calls.isEmpty()
                ? "nothing"
                : calls.stream()
                        .map(call -> "%s %s".formatted(
                                call.operation(), String.format(Locale.ROOT, "%.1f", call.units())))
                        .collect(Collectors.joining(", ")));
    }

    /** Whether the mailer alone calls this. */
    static boolean isMailers(Meter.Call call) {
        return !call.requested()
                && !call.operation().equals("TransactWriteItems")
                && !call.operation().equals("Query")
                && MAILERS.containsAll(call.partitions());
    }

    /** What stands in the row of this request or run. */
    static Units units(String what) {
        var row = lines().stream()
                .filter(line -> line.startsWith("| " + what + " |"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("infrastructure/README.md has no row for " + what));
        var calls = CALLS.matcher(row.substring(what.length() + 4)).results().toList();
        return new Units(
                calls.stream().filter(call -> !WRITING.contains(call.group(1))).mapToDouble(Chart::number).sum(),
                calls.stream().filter(call -> WRITING.contains(call.group(1))).mapToDouble(Chart::number).sum());
    }

    private static double number(MatchResult call) {
        return Double.parseDouble(call.group(2));
    }
}
