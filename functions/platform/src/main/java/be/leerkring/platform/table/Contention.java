package be.leerkring.platform.table;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * How long to wait for others: the "full jitter" of the AWS Architecture Blog (Exponential Backoff and Jitter, 2015).
 * Twelve tries from 20 ms to 640 ms give up after five seconds at the most. Whoever waits for their turn looks again as
 * often as they like, and gives up after ten. A decision and what it writes have one patience together, so that a
 * function is never cut off in its fifteenth second.
 */
final class Contention {

    /** Every environment that resumes the same snapshot has to wait otherwise: a seed of its own would be the same. */
    static final SecureRandom RANDOM = new SecureRandom();

    private static final int TRIES = 12;
    private static final Duration FIRST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMillis(640);
    private static final Duration IN_ALL = Duration.ofSeconds(10);
    private static final Set<String> PASSING = Set.of("TransactionConflict", "ThrottlingError",
            "ProvisionedThroughputExceeded", "None");

    /** Bound while something is decided. */
    private static final ScopedValue<Patience> DECIDING = ScopedValue.newInstance();

    /**
     * What came of a transaction that was cancelled; empty where it may succeed when it is tried again.
     *
     * @throws TransactionCanceledException when it never can
     */
    static Optional<WriteOutcome> outcome(TransactionCanceledException cancelled, List<Write> writes) {
        var codes = cancelled.cancellationReasons().stream().map(reason -> reason.code()).toList();
        var refused = IntStream.range(0, codes.size())
                .filter(place -> "ConditionalCheckFailed".equals(codes.get(place)))
                .mapToObj(place -> writes.get(place).key())
                .toList();
        if (!refused.isEmpty()) {
            return Optional.of(new WriteOutcome.Refused(refused));
        }
        if (!PASSING.containsAll(codes)) {
            throw cancelled;
        }
        return Optional.empty();
    }

    /** Writes what stands alone: it meets transactions, too, and the SDK tries again only where there is no room. */
    @CanIgnoreReturnValue
    static <T> T alone(Supplier<T> write) {
        var patience = patience();
        while (true) {
            try {
                return write.get();
            } catch (TransactionConflictException held) {
                patience.wait("A transaction holds the item");
            }
        }
    }

    /** That of the decision that goes on; where there is none, one that begins now. */
    static Patience patience() {
        return DECIDING.isBound() ? DECIDING.get() : new Patience();
    }

    /** From 0 up to this limit. */
    static long drawn(long limit) {
        return RANDOM.nextLong(limit);
    }

    static final class Patience {

        private final long began = System.nanoTime();
        private int tries;

        /** What is done meanwhile waits with the same patience. */
        <T> T during(Supplier<T> deciding) {
            return ScopedValue.where(DECIDING, this).call(deciding::get);
        }

        /** Somebody was in the way, and may still be: longer each time. */
        void wait(String cause) {
            if (++tries >= TRIES) {
                throw new Busy(cause + ", and still did after " + TRIES + " tries");
            }
            park(drawn(Math.min(LONGEST.toNanos(), FIRST.toNanos() << (tries - 1))), cause);
        }

        /** It is somebody else's turn: about so long, for others wait as well. */
        void pause(Duration time, String cause) {
            park(time.toNanos() / 2 + drawn(time.toNanos() / 2), cause);
        }

        private void park(long nanos, String cause) {
            if (System.nanoTime() - began > IN_ALL.toNanos()) {
                throw new Busy(cause + ", and still did after " + IN_ALL.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(nanos);
        }
    }
}
