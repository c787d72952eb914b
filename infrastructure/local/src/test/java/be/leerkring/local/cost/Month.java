package be.leerkring.local.cost;

import be.leerkring.emulator.template.Schedule;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackResource;
import be.leerkring.emulator.template.StackTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the template costs in thirty days in which nobody comes. */
record Month(StackTemplate template) {

    private static final Duration LENGTH = Duration.ofDays(30);

    /** Lambda keeps an environment so long that what comes more often meets it warm; AWS promises nothing. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final double WARM_SECONDS = 0.1;

    /** With its start, which is paid for too. */
    private static final double COLD_SECONDS = 2;

    /** {@code OldestUnsentMail} and {@code HeldMails}: the sweep writes both whatever happens. */
    private static final int METRICS_OF_THE_SWEEP = 2;

    /** Of the table, and once more of its backups: a few thousand registrations. */
    private static final double STORED_GIGABYTES = 0.02;

    Usage idle() {
        return runs()
                .and(Usage.of("alarmMetric", alarmMetrics()))
                .and(Usage.of("metric", METRICS_OF_THE_SWEEP))
                .and(Usage.of("stored", STORED_GIGABYTES))
                .and(Usage.of("backedUp", STORED_GIGABYTES));
    }

    private Usage runs() {
        return template.functions().stream()
                .flatMap(function -> function.schedules().stream().map(schedule -> runs(function, schedule)))
                .reduce(Usage.NONE, Usage::and);
    }

    /** A function behind the site is only woken, and looks at nothing. */
    private static Usage runs(StackFunction function, Schedule schedule) {
        var every = every(schedule);
        var one = Usage.run(every.compareTo(KEPT) <= 0 ? WARM_SECONDS : COLD_SECONDS)
                .and(function.routes().isEmpty() ? Usage.table(idleRow(function)) : Usage.NONE);
        return one.times((double) LENGTH.toMillis() / every.toMillis());
    }

    static String idleRow(StackFunction function) {
        return "a run of `%s` with nothing to do".formatted(function.logicalId());
    }

    /** How many runs of schedules there are. */
    long scheduled() {
        return template.functions().stream()
                .flatMap(function -> function.schedules().stream())
                .mapToLong(schedule -> LENGTH.dividedBy(every(schedule)))
                .sum();
    }

    private static Duration every(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Rate rate -> rate.every();
            case Schedule.Cron cron -> every(cron.expression().split(" "));
        };
    }

    /** Those of so many minutes, and those of certain hours of each day. */
    private static Duration every(String[] fields) {
        if (!List.of(fields).subList(2, 6).equals(List.of("*", "*", "?", "*"))) {
            throw new IllegalArgumentException("How often is " + String.join(" ", fields) + "?");
        }
        if (fields[1].equals("*")) {
            return Duration.ofMinutes(Long.parseLong(fields[0].split("/")[1]));
        }
        return Duration.ofDays(1).dividedBy(fields[1].split(",").length);
    }

    /** Each that an alarm looks at is paid for, and an expression is none. */
    int alarmMetrics() {
        return (int) template.nested("Alarms").resources("AWS::CloudWatch::Alarm").stream()
                .map(StackResource::properties)
                .flatMap(alarm -> alarm.get("Metrics") instanceof List<?> metrics
                        ? metrics.stream().filter(metric -> ((Map<?, ?>) metric).containsKey("MetricStat"))
                        : Stream.of(alarm))
                .count();
    }
}
