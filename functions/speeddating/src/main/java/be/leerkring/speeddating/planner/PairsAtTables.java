package be.leerkring.speeddating.planner;

import java.util.Arrays;
import java.util.List;

/**
 * Looks for a better plan two by two among those at tables of two, by annealing: where wishes compete
 * for seats, or meetings of organisations do, it matters which of as many meetings they are, and the
 * walks only count how many.
 */
final class PairsAtTables {

    private final Crowd crowd;
    private final TablePlanner planner;

    PairsAtTables(Crowd crowd, int rounds, Deadline deadline) {
        this.crowd = crowd;
        planner = new TablePlanner(crowd, rounds, new Certifier(crowd, rounds), deadline);
    }

    /** The plan itself or a better one, without the meetings that it repeats. */
    EdgeColouring better(EdgeColouring plan) {
        EdgeColouring better = new EdgeColouring(crowd.size(), plan.colours());
        List<List<int[]>> rounds = planner.better(tables(plan));
        for (int round = 0; round < rounds.size(); round++) {
            for (int[] pair : rounds.get(round)) {
                if (better.colour(pair[0], pair[1]) < 0) {
                    better.put(pair[0], pair[1], round);
                }
            }
        }
        return better;
    }

    private int[][] tables(EdgeColouring plan) {
        int[][] tables = new int[plan.colours()][crowd.size()];
        for (int round = 0; round < tables.length; round++) {
            Arrays.fill(tables[round], TableState.NONE);
            int number = 0;
            for (int one = 0; one < crowd.size(); one++) {
                int other = plan.partner(round, one);
                if (one < other) {
                    tables[round][one] = number;
                    tables[round][other] = number++;
                }
            }
        }
        return tables;
    }
}
