package be.leerkring.speeddating.planner;

/**
 * Rounds at tables of equal size in which no two points meet twice, or few do, without saying yet who
 * is which point: a resolvable packing, in the words of design theory.
 *
 * @param rounds for each round and each point, its table
 */
record Design(int[][] rounds) {

    int points() {
        return rounds[0].length;
    }

    /** Whether two points share a table in one of the first rounds. */
    boolean meet(int one, int other, int firstRounds) {
        for (int round = 0; round < firstRounds; round++) {
            if (rounds[round][one] == rounds[round][other]) {
                return true;
            }
        }
        return false;
    }
}
