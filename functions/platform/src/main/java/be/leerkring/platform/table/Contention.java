package be.leerkring.platform.table;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * How long to wait for others: the "full jitter" of the AWS Architecture Blog (Exponential Backoff and Jitter, 2015).
 * Twelve tries from 20 ms to 640 ms give up after five seconds at the most, well within a function's time.
 */
final class Contention {

    /** Every environment that resumes the same snapshot has to wait otherwise: a seed of its own would be the same. */
    static final SecureRandom RANDOM = new SecureRandom();

    private static final int TRIES = 12;
    private static final Duration FIRST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMillis(640);
    private static final Set<String> PASSING = Set.of("TransactionConflict", "ThrottlingError",
            "ProvisionedThroughputExceeded", "None");

    /** Whether a cancelled transaction may succeed when it is tried again. */
    static boolean passes(List<String> codes) {
        return PASSING.containsAll(codes);
    }

    static Patience patience() {
        return new Patience();
    }

    static final class Patience {

        private int tries;

        void wait(String cause) {
            if (++tries >= TRIES) {
                throw new Busy(cause + ", and still did after " + TRIES + " tries");
            }
            var limit = Math.min(LONGEST.toNanos(), FIRST.toNanos() << (tries - 1));
            LockSupport.parkNanos(RANDOM.nextLong(limit));
        }
    }
}
