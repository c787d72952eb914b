package be.leerkring.meetings.memory;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Two who met, be they people or organisations: in no order.
 *
 * @param one the id that sorts first
 * @param other the id that sorts last
 */
public record Acquaintance(String one, String other) implements Comparable<Acquaintance> {

    /**
     * Puts the two in order, so that the pair equals itself however it is written.
     *
     * @throws IllegalArgumentException when both are the same
     */
    public Acquaintance {
        var order = one.compareTo(other);
        if (order == 0) {
            throw new IllegalArgumentException("It takes two to meet, not twice " + one);
        }
        if (order > 0) {
            var last = one;
            one = other;
            other = last;
        }
    }

    /** The pair of these two; empty where both are the same. */
    public static Optional<Acquaintance> of(String one, String other) {
        return one.equals(other) ? Optional.empty() : Optional.of(new Acquaintance(one, other));
    }

    /** Whether this is one of the two. */
    public boolean has(String id) {
        return one.equals(id) || other.equals(id);
    }

    /** The other one of the two. */
    public String besides(String id) {
        return one.equals(id) ? other : one;
    }

    /** The pair under other ids; empty where both now have the same. */
    public Optional<Acquaintance> renamed(UnaryOperator<String> names) {
        return of(names.apply(one), names.apply(other));
    }

    @Override
    public int compareTo(Acquaintance that) {
        var byOne = one.compareTo(that.one);
        return byOne != 0 ? byOne : other.compareTo(that.other);
    }
}
