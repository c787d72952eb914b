package be.leerkring.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The moments at which no schedule finds anything to do, so that a clock that moves by months need not stop at each.
 * Schedules act at the moments that items and sessions name; in the morning or at noon of a day that some session
 * counts from, such as a week before it or three months after; and on what was written since they last looked. Whatever
 * is near one of these is not quiet.
 */
final class QuietTimes {

    /** A schedule that comes every hour may be that late after a moment that somebody named. */
    private static final Duration NEAR = Duration.ofMinutes(75);

    /** When people begin to be at work, and when they have been for a while ({@code WorkingHours}). */
    private static final Set<Integer> BEGINNINGS = Set.of(9, 12);

    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 18;

    /** People are reminded of a session from a week before it on. */
    private static final int BEFORE = 8;

    /** What there is to do after a session, each schedule gives up two weeks after it. */
    private static final int AFTER = 15;

    /** And three months after it people are asked again, within two weeks. */
    private static final int LATER = 85;

    private static final int MUCH_LATER = 120;

    private static final String SESSION = "#SESSION";

    private final DynamoDbClient client;
    private final String table;
    private final ZoneId zone;
    private final LongSupplier writes;
    private NavigableSet<Instant> named = new TreeSet<>();
    private NavigableSet<LocalDate> sessionDays = new TreeSet<>();
    private long seen = -1;
    private Instant looked = Instant.MIN;

    QuietTimes(DynamoDbClient client, String table, ZoneId zone, LongSupplier writes) {
        this.client = client;
        this.table = table;
        this.zone = zone;
        this.writes = writes;
    }

    /** Whether all that could be done at this moment was done by the one before that was not quiet. */
    boolean at(Instant moment) {
        var written = writes.getAsLong();
        if (written != seen) {
            seen = written;
            read();
            looked = firstFullHour(moment);
        }
        return moment.isAfter(looked)
                && !isBeginning(moment)
                && named.subSet(moment.minus(NEAR), false, moment, true).isEmpty();
    }

    /** By then every schedule has looked at what was written. */
    private static Instant firstFullHour(Instant moment) {
        var hour = moment.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(moment) ? moment : hour.plus(1, ChronoUnit.HOURS);
    }

    private boolean isBeginning(Instant moment) {
        var local = moment.atZone(zone);
        var day = local.toLocalDate();
        if (local.getMinute() != 0 || local.getHour() < FIRST_HOUR || local.getHour() > LAST_HOUR) {
            return false;
        }
        return isBetween(day.minusDays(1), day.plusDays(1))
                || (BEGINNINGS.contains(local.getHour()) && (isBetween(day.minusDays(AFTER), day.plusDays(BEFORE))
                        || isBetween(day.minusDays(MUCH_LATER), day.minusDays(LATER))));
    }

    private boolean isBetween(LocalDate first, LocalDate last) {
        return !sessionDays.subSet(first, true, last, true).isEmpty();
    }

    private void read() {
        named = new TreeSet<>();
        sessionDays = new TreeSet<>();
        client.scanPaginator(scan -> scan.tableName(table)
                .filterExpression("sk = :session OR attribute_exists(dueAt)")
                .expressionAttributeValues(Map.of(":session", AttributeValue.fromS(SESSION))))
                .items()
                .forEach(item -> {
                    if (item.get("sk").s().equals(SESSION)) {
                        item.values().stream().flatMap(QuietTimes::moments).forEach(named::add);
                        Stream.of("start", "end").map(item::get).filter(Objects::nonNull).flatMap(QuietTimes::moments)
                                .forEach(moment -> sessionDays.add(moment.atZone(zone).toLocalDate()));
                    } else {
                        moments(item.get("dueAt")).forEach(named::add);
                    }
                });
    }

    private static Stream<Instant> moments(AttributeValue value) {
        if (value.hasM()) {
            return value.m().values().stream().flatMap(QuietTimes::moments);
        }
        if (value.hasL()) {
            return value.l().stream().flatMap(QuietTimes::moments);
        }
        return moment(value.s() == null ? "" : value.s()).stream();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.endsWith("Z") ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeParseException words) {
            // A title may end like a moment.
            return Optional.empty();
        }
    }
}
