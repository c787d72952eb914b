package be.leerkring.mailer;

import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps to the rate at which SES takes mail from this account, however many functions send. They queue for turns, at
 * equal distances from each other; the table knows when the next one is. Each function sends its mails one by one, so
 * that in any second no more are sent than have their turn in it, and one for each function that is late.
 *
 * <p>A turn costs one write of one item, and a partition takes a thousand of them a second (DynamoDB Developer Guide,
 * "Best practices for designing and using partition keys effectively").
 */
@Singleton
@Requires(beans = MailerConfiguration.class)
final class SendingRate {

    private static final Key NEXT = new Key("RATE#SES", "NEXT");

    private final Table table;
    private final MailerConfiguration configuration;
    private final Clock clock;

    /** Whether there was a queue the last time: then there is one now, as a rule. */
    private volatile boolean queued;

    SendingRate(Table table, MailerConfiguration configuration, Clock clock) {
        this.table = table;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Returns when it is this mail's turn; false where others stand in line for longer than a run waits. */
    boolean take() {
        for (int wait = 0; wait <= SendingRules.WAITS; wait++) {
            var turn = turn(micros(clock));
            sleep(turn.orElse(SendingRules.FURTHEST_TURN));
            if (turn.isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** How long it is until a turn of one's own; empty where it is too long. */
    private Optional<Duration> turn(long now) {
        var turn = queued ? atTheEnd(now).or(() -> atOnce(now)) : atOnce(now).or(() -> atTheEnd(now));
        queued = turn.filter(Duration::isPositive).isPresent();
        return turn;
    }

    private Optional<Duration> atOnce(long now) {
        return take("nextAt = :next", "attribute_not_exists(nextAt) OR nextAt <= :now", Map.of(
                ":now", Item.number(now), ":next", Item.number(now + distance())))
                .map(before -> Duration.ZERO);
    }

    private Optional<Duration> atTheEnd(long now) {
        return take("nextAt = nextAt + :distance", "nextAt > :now AND nextAt <= :furthest", Map.of(
                ":now", Item.number(now),
                ":furthest", Item.number(now + SendingRules.FURTHEST_TURN.toNanos() / 1000),
                ":distance", Item.number(distance())))
                .map(before -> Duration.of(before.count("nextAt") - now, ChronoUnit.MICROS));
    }

    private Optional<Item> take(String change, String condition, Map<String, Attribute> values) {
        return table.update(Write.update(NEXT, "SET " + change)
                .when(condition)
                .with(values)
                .returningOld());
    }

    /** Between two turns, in microseconds. */
    private long distance() {
        return Math.round(1_000_000 * SendingRules.ROOM / configuration.sendingRate());
    }

    private static long micros(Clock clock) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private static void sleep(Duration duration) {
        var end = System.nanoTime() + duration.toNanos();
        for (var left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
