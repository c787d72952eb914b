package be.leerkring.speeddating.planner;

/**
 * The number of rounds in which all who have not met could meet.
 *
 * @param lower fewer rounds than this cannot do
 * @param reason why not
 * @param upper this many rounds certainly do
 */
public record FewestRounds(int lower, LowerBound reason, int upper) {}
