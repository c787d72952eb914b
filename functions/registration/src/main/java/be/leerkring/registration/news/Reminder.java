package be.leerkring.registration.news;

import be.leerkring.network.session.Session;
import be.leerkring.platform.time.WorkingHours;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A reminder that a session nears: at nine in the morning, some days before. It is sent on that day until the evening
 * or not at all, and only when the session was not changed since its time came: otherwise the change was news enough.
 */
public enum Reminder {
    WEEK(Period.ofWeeks(1)),
    DAY(Period.ofDays(1));

    private final Period before;

    Reminder(Period before) {
        this.before = before;
    }

    /** What its mails and its mailings are called. */
    String purpose() {
        return "reminder-" + name().toLowerCase(Locale.ROOT);
    }

    /** The reminder whose mails are called so; empty where none is. */
    public static Optional<Reminder> with(String purpose) {
        return Arrays.stream(values()).filter(reminder -> reminder.purpose().equals(purpose)).findFirst();
    }

    /** When it is due. */
    Instant due(Session session, WorkingHours hours) {
        return hours.morningOf(hours.day(session.start()).minus(before));
    }

    /** Whether it is to be sent now. */
    boolean isDue(Session session, WorkingHours hours, Instant now) {
        var due = due(session, hours);
        return session.isToCome(now)
                && !now.isBefore(due)
                && now.isBefore(hours.eveningOf(hours.day(due)))
                && !session.changed().isAfter(due);
    }
}
