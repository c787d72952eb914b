package be.leerkring.speeddating.planner;

/**
 * The number of rounds in which all who have not met could meet.
 *
 * @param lower fewer rounds than this cannot do
 * @param reason why not
 * @param upper this many rounds certainly do
 */
public record FewestRounds(int lower, LowerBound reason, int upper) {

    /** The same, after a plan in which all met or not. */
    FewestRounds witnessed(boolean allMet, int rounds) {
        return allMet && rounds < upper ? new FewestRounds(lower, reason, rounds) : this;
    }
}
