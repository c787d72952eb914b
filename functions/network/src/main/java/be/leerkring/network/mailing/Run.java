package be.leerkring.network.mailing;

import java.time.Duration;

/** The time that a function has for mailings: what is left when it is over, the next run does. */
public final class Run {

    /** A page of people more, and the function's five minutes are not over. */
    private static final Duration LONG = Duration.ofMinutes(4);

    private final long end;

    private Run(Duration duration) {
        end = System.nanoTime() + duration.toNanos();
    }

    /** A run that begins now. */
    public static Run begin() {
        return of(LONG);
    }

    /** A run that is over after this time. */
    static Run of(Duration duration) {
        return new Run(duration);
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }
}
