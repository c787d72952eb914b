package be.leerkring.network.seats;

import be.leerkring.network.session.Session;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.time.WorkingDays;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a seat is held for the next in line.
 *
 * <ol>
 * <li>While the session is more than a week off: until the end of the next working day (18:00 in the network's time
 *       zone). Nobody is in a hurry then, and nobody has to read their mail in a weekend.
 *   <li>In the last week: for 24 hours, or until the end of the next working day, whichever comes first and is fair: it
 *       leaves at least four of the hours in which people are at work, from 9:00 to 18:00 on a working day. The end of
 *       the next working day always does.
 *   <li>But never beyond two hours before the session starts, fair or not, for the seat should not stay empty.
 *   <li>Where that leaves less than an hour, the seat is not offered any more.
 *   <li>Where the session moves, a seat that is held then is held as long as was said, or longer where the rule gives
 *       longer by now; but never beyond two hours before the new start.
 * </ol>
 *
 * <p>The moment is rounded down to a whole quarter of an hour: that is when the schedule comes round, so that a seat
 * passes on when the mail says it does, and not later.
 */
@Singleton
public final class OfferDeadline {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration BEFORE_START = Duration.ofHours(2);
    private static final Duration FAIR = Duration.ofHours(4);
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final NetworkTime time;

    OfferDeadline(NetworkTime time) {
        this.time = time;
    }

    /** Until when a seat that is offered now is held; empty when it is too late to offer one. */
    public Optional<Instant> of(Session session, Instant now) {
        var deadline = earlier(fair(session, now), last(session));
        return Duration.between(now, deadline).compareTo(SHORTEST) < 0 ? Optional.empty() : Optional.of(deadline);
    }

    /**
     * Until when a seat is held now that the session may have moved. Asked again of its own answer, it gives the same.
     *
     * @param offered when the seat was offered
     * @param until until when it was said to be held
     * @return a moment that may be over
     */
    public Instant moved(Session session, Instant offered, Instant until) {
        var fair = fair(session, offered);
        return earlier(fair.isAfter(until) ? fair : until, last(session));
    }

    /** Whether a seat that comes free now goes to somebody in line, and not to whoever registers next. */
    public boolean isPassedOn(Session session, Seats seats, Instant now) {
        return session.isToCome(now)
                && seats.next(session.admission()).isPresent()
                && of(session, now).isPresent();
    }

    private static Instant last(Session session) {
        return quarter(session.start().minus(BEFORE_START));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant fair(Session session, Instant now) {
        var working = endOfNextWorkingDay(now);
        return session.start().isAfter(now.plus(WEEK))
                ? working
                : Stream.of(now.plus(DAY), working)
                        .map(OfferDeadline::quarter)
                        .sorted()
                        .filter(deadline -> working(now, deadline).compareTo(FAIR) >= 0)
                        .findFirst()
                        .orElseThrow();
    }

    private Instant endOfNextWorkingDay(Instant now) {
        return WorkingDays.after(time.local(now).toLocalDate())
                .atTime(EVENING)
                .atZone(time.zone())
                .toInstant();
    }

    /** How long people are at work between these moments. */
    Duration working(Instant from, Instant until) {
        var first = time.local(from);
        var last = time.local(until);
        return first.toLocalDate()
                .datesUntil(last.toLocalDate().plusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .map(day -> overlap(
                        later(first, day.atTime(MORNING).atZone(time.zone())),
                        earlier(last, day.atTime(EVENING).atZone(time.zone()))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration overlap(ZonedDateTime from, ZonedDateTime until) {
        return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant quarter(Instant moment) {
        var quarters = moment.getEpochSecond() / QUARTER.toSeconds();
        return Instant.ofEpochSecond(quarters * QUARTER.toSeconds());
    }
}
