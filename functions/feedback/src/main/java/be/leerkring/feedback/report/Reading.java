package be.leerkring.feedback.report;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A figure in one year.
 *
 * @param value empty where it is not known, or not said
 * @param of what it is a part of; empty where it is a part of nothing
 * @param hidden whether it is not said, for it would tell of too few people
 */
record Reading(OptionalDouble value, OptionalInt of, boolean hidden) {

    /** Nothing is known. */
    static final Reading NONE = new Reading(OptionalDouble.empty(), OptionalInt.empty(), false);

    /** Something is known, and not said. */
    static final Reading HIDDEN = new Reading(OptionalDouble.empty(), OptionalInt.empty(), true);

    static Reading of(int count) {
        return new Reading(OptionalDouble.of(count), OptionalInt.empty(), false);
    }

    static Reading of(OptionalDouble value) {
        return new Reading(value, OptionalInt.empty(), false);
    }

    /** The value; hidden where there is none, so that nobody can tell why. */
    static Reading orHidden(OptionalDouble value) {
        return value.isPresent() ? of(value) : HIDDEN;
    }

    /** So many of so many. */
    static Reading part(int count, int of) {
        return new Reading(OptionalDouble.of(count), OptionalInt.of(of), false);
    }

    /** The part in hundredths of the whole, rounded; empty where there is no whole. */
    OptionalInt share() {
        return of.isPresent() && of.getAsInt() > 0 && value.isPresent()
                ? OptionalInt.of((int) Math.round(100 * value.getAsDouble() / of.getAsInt()))
                : OptionalInt.empty();
    }
}
