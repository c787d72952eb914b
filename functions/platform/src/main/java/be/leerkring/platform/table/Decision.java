package be.leerkring.platform.table;

import java.time.Duration;

/**
 * What {@link Table#decide} decided, once.
 *
 * @param <T> what comes of it
 */
public sealed interface Decision<T> {

    /** It is decided, and written where there was something to write. */
    record Made<T>(T outcome) implements Decision<T> {}

    /** Its write was refused, for what it is about changed since it was read: it has to be decided anew. */
    record Refused<T>() implements Decision<T> {}

    /** It is not its turn yet: it has to be looked at anew after this time. */
    record Waiting<T>(Duration time) implements Decision<T> {}

    /** It is decided. */
    static <T> Decision<T> made(T outcome) {
        return new Made<>(outcome);
    }

    /** It is not its turn for so long. */
    static <T> Decision<T> waiting(Duration time) {
        return new Waiting<>(time);
    }
}
