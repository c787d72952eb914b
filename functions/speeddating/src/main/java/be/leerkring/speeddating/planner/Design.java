package be.leerkring.speeddating.planner;

import java.util.stream.Stream;

/**
 * Rounds at tables of equal size in which no two points meet twice, or few do, without saying yet who
 * is which point: a resolvable packing, in the words of design theory.
 *
 * @param rounds for each round and each point, its table
 */
record Design(int[][] rounds) {

    /** The constructions that give so many rounds, the dearest last. */
    static Stream<Design> all(int tables, int seats, int rounds) {
        return Stream.concat(
                TransversalDesign.of(tables, seats, rounds).stream(), Starter.developed(tables * seats, seats, rounds));
    }

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
