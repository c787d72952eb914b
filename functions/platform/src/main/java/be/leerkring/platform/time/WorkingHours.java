package be.leerkring.platform.time;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When people are at work, and read what can wait until they are: from nine to six on a working day, in the network's
 * time zone. Whoever could not be mailed by six is mailed on the next working day.
 */
@Singleton
public final class WorkingHours {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final NetworkTime time;

    public WorkingHours(NetworkTime time) {
        this.time = time;
    }

    /** Whether people are at work at this moment. */
    public boolean has(Instant moment) {
        return has(moment, MORNING);
    }

    /** Whether people are at work at this moment, and it is noon or later. */
    public boolean hasInTheAfternoon(Instant moment) {
        return has(moment, LocalTime.NOON);
    }

    private boolean has(Instant moment, LocalTime from) {
        var local = time.local(moment);
        var hour = local.toLocalTime();
        return WorkingDays.isWorkingDay(local.toLocalDate()) && !hour.isBefore(from) && hour.isBefore(EVENING);
    }

    /** The day of this moment. */
    public LocalDate day(Instant moment) {
        return time.local(moment).toLocalDate();
    }

    /** Nine in the morning of this day, whether it is a working day or not. */
    public Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(time.zone()).toInstant();
    }

    /** Six in the evening of this day, whether it is a working day or not. */
    public Instant eveningOf(LocalDate day) {
        return day.atTime(EVENING).atZone(time.zone()).toInstant();
    }

    /** Nine in the morning of the first working day after the day of this moment. */
    public Instant morningAfter(Instant moment) {
        return morningOf(WorkingDays.after(day(moment)));
    }
}
