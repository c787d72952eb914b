package be.leerkring.registration.news;

import be.leerkring.network.session.Session;
import be.leerkring.platform.time.NetworkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.Locale;

/**
 * A reminder that a session nears: at nine in the morning, some days before. It is sent on that day until the evening
 * or not at all, and only when the session was not changed since its time came: otherwise the change was news enough.
 */
public enum Reminder {
    WEEK(Period.ofWeeks(1)),
    DAY(Period.ofDays(1));

    private static final LocalTime HOUR = LocalTime.of(9, 0);
    private static final Duration USEFUL = Duration.ofHours(9);

    private final Period before;

    Reminder(Period before) {
        this.before = before;
    }

    String purpose() {
        return "reminder-" + name().toLowerCase(Locale.ROOT);
    }

    /** When it is due. */
    Instant due(Session session, NetworkTime time) {
        return time.local(session.start())
                .toLocalDate()
                .minus(before)
                .atTime(HOUR)
                .atZone(time.zone())
                .toInstant();
    }

    /** Whether it is to be sent now. */
    boolean isDue(Session session, NetworkTime time, Instant now) {
        var due = due(session, time);
        return session.isToCome(now)
                && !now.isBefore(due)
                && now.isBefore(due.plus(USEFUL))
                && !session.changed().isAfter(due);
    }
}
