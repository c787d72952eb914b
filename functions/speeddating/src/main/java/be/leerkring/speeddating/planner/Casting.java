package be.leerkring.speeddating.planner;

import java.util.random.RandomGenerator;

/**
 * Decides who is which point of a design, so that those who may not meet, or met before, are points
 * that never share a table: by annealing over exchanges of two people. Points beyond the people stay
 * empty seats.
 */
final class Casting {

    private static final int STEPS = 150_000;
    private static final double WARM = 60;
    private static final double COLD = 4;

    private final int rounds;
    private final int people;
    private final boolean[][] meet;
    private final int[][] cost;
    private final int[] point;
    private final Design design;
    private final RandomGenerator random;
    private long total;

    Casting(Crowd crowd, Design design, int rounds, RandomGenerator random) {
        this.design = design;
        this.rounds = rounds;
        this.random = random;
        people = crowd.size();
        int points = design.points();
        meet = new boolean[points][points];
        cost = new int[points][points];
        point = new int[points];
        MeetingCost costs = new MeetingCost(crowd, rounds, Emphasis.EVEN, 0);
        for (int one = 0; one < points; one++) {
            point[one] = one;
            for (int other = 0; other < points; other++) {
                meet[one][other] = one != other && design.meet(one, other, rounds);
                boolean empty = one >= people || other >= people || one == other;
                cost[one][other] = empty ? 0 : costs.ofMeeting(one, other, 0);
                total += one < other && meet[one][other] ? cost[one][other] : 0;
            }
        }
    }

    /** The table of each person in each round. */
    int[][] tables() {
        int[] best = point.clone();
        long least = total;
        double temperature = WARM;
        double cooling = Math.pow(COLD / WARM, 1.0 / STEPS);
        for (int step = 0; step < STEPS && hasCost(); step++) {
            exchange(temperature);
            temperature *= cooling;
            if (total < least) {
                least = total;
                System.arraycopy(point, 0, best, 0, best.length);
            }
        }
        int[][] tables = new int[rounds][people];
        for (int round = 0; round < rounds; round++) {
            for (int person = 0; person < people; person++) {
                tables[round][person] = design.rounds()[round][best[person]];
            }
        }
        return tables;
    }

    /** Whether anything is left to gain: someone to keep apart, or to bring together. */
    private boolean hasCost() {
        if (total != 0) {
            return true;
        }
        for (int[] row : cost) {
            for (int one : row) {
                if (one < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void exchange(double temperature) {
        int one = random.nextInt(people);
        int other = random.nextInt(point.length);
        if (one == other) {
            return;
        }
        long change = 0;
        boolean[] from = meet[point[one]];
        boolean[] to = meet[point[other]];
        for (int third = 0; third < people; third++) {
            if (third != one && third != other && from[point[third]] != to[point[third]]) {
                int gain = cost[one][third] - cost[other][third];
                change += to[point[third]] ? gain : -gain;
            }
        }
        if (change <= 0 || random.nextDouble() < Math.exp(-change / temperature)) {
            int swap = point[one];
            point[one] = point[other];
            point[other] = swap;
            total += change;
        }
    }
}
