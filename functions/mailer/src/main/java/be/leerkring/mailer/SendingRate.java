package be.leerkring.mailer;

import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Keeps to the rate at which SES takes mail from this account, however many functions send: they share out each second
 * in the table. A share is a tenth of the rate, so that a mail does not cost a write of its own, and is lost with its
 * second.
 */
@Singleton
final class SendingRate {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Table table;
    private final MailerConfiguration configuration;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private long second;
    private int left;

    SendingRate(Table table, MailerConfiguration configuration, Clock clock) {
        this.table = table;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Waits until one more mail fits the rate; false when it did not for some seconds. */
    boolean take() {
        for (int wait = 0; wait <= SendingRules.WAITS; wait++) {
            if (takeNow()) {
                return true;
            }
            var now = clock.instant();
            var next = Instant.ofEpochSecond(now.getEpochSecond() + 1);
            LockSupport.parkNanos(Duration.between(now, next).plusMillis(1).toNanos());
        }
        return false;
    }

    private boolean takeNow() {
        lock.lock();
        try {
            var now = clock.instant().getEpochSecond();
            if (now != second) {
                second = now;
                left = 0;
            }
            if (left == 0) {
                left = share(now);
            }
            if (left == 0) {
                return false;
            }
            left--;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What is granted of this second; 0 when all of it was. */
    private int share(long now) {
        var rate = configuration.sendingRate();
        var share = Math.max(1, rate / 10);
        var granted = table.update(UpdateItemRequest.builder()
                .key(new Key("RATE#" + now, "SHARED").attributes())
                .updateExpression("ADD used :share SET expires = :expires")
                .conditionExpression("attribute_not_exists(used) OR used <= :room")
                .expressionAttributeValues(Map.of(
                        ":share", Item.number(share),
                        ":room", Item.number(rate - share),
                        ":expires", Item.seconds(Instant.ofEpochSecond(now).plus(REMEMBERED))))
                .returnValues(ReturnValue.NONE));
        return granted.isPresent() ? share : 0;
    }
}
