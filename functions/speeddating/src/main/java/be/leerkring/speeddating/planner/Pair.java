package be.leerkring.speeddating.planner;

/**
 * Two different people, or two different organisations, in no order.
 *
 * @param one the id that sorts first
 * @param other the id that sorts last
 */
public record Pair(String one, String other) implements Comparable<Pair> {

    /**
     * Puts the two in order, so that a pair equals itself however it is written.
     *
     * @throws IllegalArgumentException if both are the same
     */
    public Pair {
        int order = one.compareTo(other);
        if (order == 0) {
            throw new IllegalArgumentException("A pair is two different ids, not twice " + one);
        }
        if (order > 0) {
            String last = one;
            one = other;
            other = last;
        }
    }

    @Override
    public int compareTo(Pair that) {
        int byOne = one.compareTo(that.one);
        return byOne != 0 ? byOne : other.compareTo(that.other);
    }
}
