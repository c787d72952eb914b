package be.leerkring.local;

import be.leerkring.emulator.template.Schedule;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.mailer.OutboxSweep;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The template's schedules, fired in the order of their moments. */
final class Schedules {

    /** The one form of cron that counts as a rate does, but from the full hour. */
    private static final Pattern MINUTES = Pattern.compile("(?:cron\\()?0/(\\d+) \\* \\* \\* \\? \\*\\)?");

    /**
     * One function that runs by itself.
     *
     * @param sweeps whether it has nothing to do while the outbox is empty
     */
    private record Timed(Duration every, boolean sweeps, Consumer<Map<String, Object>> function) {

        /** The first moment after this one; every schedule counts from the start of 1970. */
        Instant next(Instant after) {
            var periods = after.toEpochMilli() / every.toMillis();
            return Instant.ofEpochMilli((periods + 1) * every.toMillis());
        }
    }

    private final List<Timed> all;

    private Schedules(List<Timed> all) {
        this.all = all;
    }

    /** Those of the functions that run by themselves; what wakes one behind the site has nothing to wake here. */
    static Schedules of(List<StackFunction> functions, Handlers handlers) {
        return new Schedules(functions.stream()
                .filter(function -> function.routes().isEmpty())
                .flatMap(function -> function.schedules().stream()
                        .map(schedule -> new Timed(every(schedule),
                                function.handler().equals(OutboxSweep.class.getName()), called(handlers.of(function)))))
                .toList());
    }

    private static Consumer<Map<String, Object>> called(Function<Map<String, Object>, Object> handler) {
        return event -> {
            var _ = handler.apply(event);
        };
    }

    private static Duration every(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Rate rate -> rate.every();
            case Schedule.Cron cron -> every(cron);
        };
    }

    private static Duration every(Schedule.Cron cron) {
        var minutes = MINUTES.matcher(cron.expression());
        if (!minutes.matches()) {
            throw new IllegalArgumentException("The laptop doesn't fire " + cron.name() + ": " + cron.expression());
        }
        return Duration.ofMinutes(Long.parseLong(minutes.group(1)));
    }

    /** When something is due next. */
    Instant next(Instant after) {
        return all.stream()
                .map(timed -> timed.next(after))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Fires what is due at this very moment; no sweep of an empty outbox, for five weeks have thousands of them. */
    void fire(Instant moment, boolean outboxIsEmpty) {
        due(moment).filter(timed -> !(timed.sweeps() && outboxIsEmpty))
                .forEach(timed -> timed.function().accept(Map.of("time", moment.toString())));
    }

    private Stream<Timed> due(Instant moment) {
        return all.stream().filter(timed -> timed.next(moment.minusMillis(1)).equals(moment));
    }
}
