package be.leerkring.programme.session;

import be.leerkring.platform.time.NetworkTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A session's values for another day: the same hours there, and whatever was to happen so many days before as many
 * before.
 */
final class Copy {

    private static final List<String> MOMENTS = List.of("opens", "closes", "othersFrom");

    private Copy() {}

    static SessionValues of(SessionValues values, LocalDate date) {
        var days = ChronoUnit.DAYS.between(LocalDate.parse(values.text("date")), date);
        // A link to join online is that of one meeting.
        var moved = new TreeMap<>(Map.of("date", date.toString(), "online", "", SessionValues.STAGE, ""));
        MOMENTS.stream()
                .filter(values.byField()::containsKey)
                .forEach(field -> moved.put(
                        field, LocalDateTime.parse(values.text(field)).plusDays(days).toString()));
        return values.with(moved);
    }

    /** Whether the clock shows all of the hours. */
    static boolean isShown(SessionValues values, NetworkTime time) {
        var date = LocalDate.parse(values.text("date"));
        var hours = Stream.concat(
                Stream.of(values.text("start"), values.text("end")),
                ProgrammeRows.in(values.byField()).keySet().stream().map(ProgrammeRows::hour));
        var moments = MOMENTS.stream().filter(values.byField()::containsKey).map(values::text);
        return Stream.concat(
                hours.map(hour -> date.atTime(LocalTime.parse(hour))), moments.map(LocalDateTime::parse))
                .allMatch(local -> time.instant(local).isPresent());
    }
}
