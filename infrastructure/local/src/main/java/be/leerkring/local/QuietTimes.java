package be.leerkring.local;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The moments at which no schedule finds anything to do, so that a clock that moves by months need not stop at each.
 * Schedules act at the moments that items and sessions name, at full hours, or in working hours, and on what was
 * written since they last looked; whatever is near one of these is not quiet.
 */
final class QuietTimes {

    /** A schedule that comes every hour may be that late after a moment that somebody named. */
    private static final Duration NEAR = Duration.ofMinutes(75);

    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 18;

    private static final String SESSION = "#SESSION";

    private final DynamoDbClient client;
    private final String table;
    private final ZoneId zone;
    private final LongSupplier writes;
    private NavigableSet<Instant> named = new TreeSet<>();
    private long seen = -1;

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
            named = named();
            return false;
        }
        return !isWorkingHour(moment) && named.subSet(moment.minus(NEAR), false, moment, true).isEmpty();
    }

    private boolean isWorkingHour(Instant moment) {
        var local = moment.atZone(zone);
        return local.getMinute() == 0 && local.getHour() >= FIRST_HOUR && local.getHour() <= LAST_HOUR;
    }

    private NavigableSet<Instant> named() {
        var moments = new TreeSet<Instant>();
        client.scanPaginator(scan -> scan.tableName(table)).items().forEach(item -> {
            if (item.get("sk").s().equals(SESSION)) {
                item.values().stream().flatMap(QuietTimes::texts).forEach(text -> add(text, moments));
            } else if (item.containsKey("dueAt")) {
                add(item.get("dueAt").s(), moments);
            }
        });
        return moments;
    }

    private static Stream<String> texts(AttributeValue value) {
        return value.hasM()
                ? value.m().values().stream().flatMap(QuietTimes::texts)
                : value.hasL() ? value.l().stream().flatMap(QuietTimes::texts) : Stream.ofNullable(value.s());
    }

    private static void add(String text, NavigableSet<Instant> moments) {
        if (text.endsWith("Z")) {
            try {
                moments.add(Instant.parse(text));
            } catch (DateTimeParseException words) {
                // A title may end like a moment.
            }
        }
    }
}
