package be.leerkring.speeddating.planner;

import java.time.Duration;

/**
 * When to stop looking. The one impure thing in this package: a search that is stopped by it may end
 * elsewhere next time, so searches are bounded by steps and ask this only for safety.
 *
 * @param nanoTime on the clock of {@link System#nanoTime}
 */
record Deadline(long nanoTime) {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean passed() {
        return System.nanoTime() - nanoTime >= 0;
    }
}
