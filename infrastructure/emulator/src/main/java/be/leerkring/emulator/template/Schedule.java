package be.leerkring.emulator.template;

import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** When a function runs by itself. */
public sealed interface Schedule {

    /** The name of the event in the template. */
    String name();

    /** What the function receives, in JSON; empty when the schedule leaves that to EventBridge. */
    String input();

    /**
     * At even intervals.
     *
     * @param every at least a minute
     */
    record Rate(String name, Duration every, String input) implements Schedule {}

    /**
     * At the times of EventBridge's six fields: minutes, hours, day of the month, month, day of the week, year.
     *
     * @param zone where those times are read from the clock
     */
    record Cron(String name, String expression, ZoneId zone, String input) implements Schedule {}

    private static Duration unit(String unit) {
        return switch (unit) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            case "day" -> Duration.ofDays(1);
            default -> throw new IllegalArgumentException("A schedule has no unit called " + unit);
        };
    }

    /** Reads {@code rate(…)} or {@code cron(…)}. */
    static Schedule parse(String name, String expression, ZoneId zone, String input) {
        var rate = Pattern.compile("rate\\((\\d+) (\\w+?)s?\\)").matcher(expression);
        if (rate.matches()) {
            return new Rate(name, unit(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1))), input);
        }
        var cron = Pattern.compile("cron\\((\\S+(?: \\S+){5})\\)").matcher(expression);
        if (cron.matches()) {
            return new Cron(name, cron.group(1), zone, input);
        }
        throw new IllegalArgumentException(
                "The schedule " + name + " is neither rate(…) nor cron(…) with six fields: " + expression);
    }
}
