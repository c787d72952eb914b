package be.leerkring.speeddating.planner;

/**
 * What was reached of what can be reached.
 *
 * @param made how many pairs meet for the first time
 * @param bound more than this no plan can make, and why
 * @param fewestRounds how many rounds it takes until every such pair has met
 */
public record Tally(int made, UpperBound bound, FewestRounds fewestRounds) {

    /** How many more pairs a better plan might bring together, if there is one. */
    public int gap() {
        return bound.value() - made;
    }

    /** Whether it is proven that no plan can do better. */
    public boolean noPlanCanDoBetter() {
        return gap() == 0;
    }
}
