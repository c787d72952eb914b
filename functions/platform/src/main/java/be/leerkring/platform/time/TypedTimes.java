package be.leerkring.platform.time;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and hours as people type them, and means the network's own wall clock. A browser's field for a date or an
 * hour sends ISO 8601; where a browser has none, people write {@code 23/3/2017} and {@code 13.30} or {@code 13u30}.
 */
@Singleton
public final class TypedTimes {

    private static final Pattern ISO_DATE = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})");

    private static final Pattern BELGIAN_DATE = Pattern
            .compile("(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})");

    /** A browser adds seconds where it was given some. */
    private static final Pattern HOUR = Pattern.compile("(?<hour>\\d{1,2})[:.uh](?<minute>\\d{2})(:00)?");

    /** A year beyond these is a slip of the keyboard. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    private final NetworkTime time;

    TypedTimes(NetworkTime time) {
        this.time = time;
    }

    /** The moment that this date and this hour name. */
    public TypedTime read(String date, String hour) {
        var day = date(date);
        var clock = hour(hour);
        if (day.isEmpty() || clock.isEmpty()) {
            return new TypedTime.Wrong(
                    day.isPresent() ? Optional.empty() : Optional.of(key("date", date)),
                    clock.isPresent() ? Optional.empty() : Optional.of(key("hour", hour)));
        }
        return time.instant(day.get().atTime(clock.get()))
                .<TypedTime>map(TypedTime.Moment::new)
                .orElseGet(() -> new TypedTime.Wrong(Optional.empty(), Optional.of("time.hour.skipped")));
    }

    private static String key(String part, String typed) {
        return "time." + part + (typed.isBlank() ? ".missing" : ".wrong");
    }

    /** The date, if it can be read and there is such a day. */
    public static Optional<LocalDate> date(String typed) {
        var text = typed.strip();
        return match(ISO_DATE, text)
                .or(() -> match(BELGIAN_DATE, text))
                .filter(found -> number(found, "year") >= FIRST_YEAR && number(found, "year") <= LAST_YEAR)
                .flatMap(TypedTimes::day);
    }

    private static Optional<LocalDate> day(Matcher found) {
        try {
            return Optional.of(LocalDate.of(number(found, "year"), number(found, "month"), number(found, "day")));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The hour on the clock, if it can be read and there is such an hour. */
    public static Optional<LocalTime> hour(String typed) {
        return match(HOUR, typed.strip())
                .filter(found -> number(found, "hour") < 24 && number(found, "minute") < 60)
                .map(found -> LocalTime.of(number(found, "hour"), number(found, "minute")));
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static int number(Matcher found, String part) {
        return Integer.parseInt(found.group(part));
    }
}
