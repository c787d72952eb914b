package be.leerkring.speeddating.planner;

import java.util.random.RandomGenerator;

/**
 * Improves a plan at tables by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): somebody
 * exchanges seats with somebody else of the same round, takes an empty one or sits out, if that brings
 * more first meetings, and at times also if it does not. Exchanges are the neighbourhood of Dotú and
 * Van Hentenryck (Scheduling social golfers locally, 2005).
 */
final class TableSearch {

    private static final int CLOCK = 1 << 14;
    private static final long QUENCH = 30L * CLOCK;

    private final TableState state;
    private final int people;
    private final int rounds;
    private final RandomGenerator random;
    private final long goal;
    private int[][] best;
    private long bestWorth;
    private long leastCost;

    /**
     * Starts from a plan.
     *
     * @param goal a worth that no plan exceeds
     */
    TableSearch(TableState state, long goal, RandomGenerator random) {
        this.state = state;
        this.goal = goal;
        this.random = random;
        people = state.people();
        rounds = state.rounds();
        best = state.tables();
        bestWorth = state.worth();
        leastCost = state.cost();
    }

    /**
     * Anneals for so many steps at most; if the deadline passes before, it cools down at once.
     *
     * @return the table of each person in each round, or none
     */
    int[][] anneal(double warm, double cold, long steps, Deadline deadline) {
        double temperature = warm;
        double cooling = Math.pow(cold / warm, (double) CLOCK / steps);
        boolean perfect = isPerfect();
        long last = steps;
        for (long step = 0; step < last && !perfect; step++) {
            if (step % CLOCK == 0 && step > 0) {
                temperature *= cooling;
                if (temperature > cold && deadline.passed()) {
                    temperature = cold;
                    last = Math.min(steps, step + QUENCH);
                }
            }
            if (move(temperature) && isBetter()) {
                remember();
                perfect = isPerfect();
            }
        }
        return best;
    }

    /**
     * Lets people change places as long as any one change is worth something.
     *
     * @return the table of each person in each round, or none
     */
    int[][] descend(Deadline deadline) {
        boolean better = true;
        while (better && !deadline.passed()) {
            better = false;
            for (int round = 0; round < rounds && state.worth() < goal; round++) {
                for (int person = 0; person < people; person++) {
                    better |= betterPlace(round, person);
                }
            }
        }
        return state.tables();
    }

    private boolean betterPlace(int round, int person) {
        boolean better = false;
        for (int place = 0; place < state.places(round); place++) {
            if (state.canMove(round, person, place)) {
                long before = state.worth();
                int back = state.move(round, person, place);
                if (state.worth() > before) {
                    better = true;
                } else {
                    state.move(round, person, back);
                }
            }
        }
        return better;
    }

    private boolean isBetter() {
        return state.worth() > bestWorth || (state.worth() == bestWorth && state.cost() < leastCost);
    }

    private void remember() {
        bestWorth = state.worth();
        leastCost = state.cost();
        best = state.tables();
    }

    private boolean isPerfect() {
        return state.worth() >= goal && state.sitsOutInTurn();
    }

    private boolean move(double temperature) {
        int round = random.nextInt(rounds);
        int person = random.nextInt(people);
        int place = random.nextInt(state.places(round));
        if (!state.canMove(round, person, place)) {
            return false;
        }
        int change = state.change(round, person, place);
        if (change > 0 && random.nextDouble() >= Math.exp(-change / temperature)) {
            return false;
        }
        state.move(round, person, place);
        return true;
    }
}
