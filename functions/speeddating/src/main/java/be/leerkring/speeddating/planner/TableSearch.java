package be.leerkring.speeddating.planner;

import java.util.random.RandomGenerator;

/**
 * Improves a plan at tables by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): two people
 * of one round exchange seats if that brings fewer repeats, and at times also if it does not. This is
 * the neighbourhood of Dotú and Van Hentenryck (Scheduling social golfers locally, 2005).
 */
final class TableSearch {

    private static final int CLOCK = 1 << 14;
    private static final int SITS_OUT = 40;

    private final Crowd crowd;
    private final int people;
    private final int rounds;
    private final MeetingCost costs;
    private final boolean byOrganisation;
    private final byte[] met;
    private final int[] organisationsMet;
    private final boolean[] organisationsFresh;
    private final int organisations;
    /** Who sits where: the seats of one table stand together, and the last ones are no table at all. */
    private final int[][] seat;
    private final int[] tableStart;
    private final int[] tableEnd;
    private final int benchStart;
    private final int[] satOut;
    private final RandomGenerator random;
    private long cost;

    /**
     * Starts from a plan.
     *
     * @param seat for each round who sits on each seat, table after table
     * @param sizes how many seats the tables have; who has none sits out
     */
    TableSearch(Crowd crowd, int[][] seat, int[] sizes, RandomGenerator random) {
        this.crowd = crowd;
        this.random = random;
        people = crowd.size();
        rounds = seat.length;
        costs = new MeetingCost(crowd, rounds);
        byOrganisation = crowd.request.aim() == Aim.ORGANISATIONS;
        organisations = crowd.organisations.size();
        met = new byte[people * people];
        organisationsMet = new int[organisations * organisations];
        organisationsFresh = new boolean[organisations * organisations];
        MeetingGraph freshOrganisations = crowd.freshOrganisations();
        for (int pair = 0; pair < organisationsFresh.length; pair++) {
            organisationsFresh[pair] = freshOrganisations.has(pair / organisations, pair % organisations);
        }
        this.seat = new int[rounds][];
        for (int round = 0; round < rounds; round++) {
            this.seat[round] = seat[round].clone();
        }
        tableStart = new int[people];
        tableEnd = new int[people];
        int first = 0;
        for (int size : sizes) {
            for (int i = first; i < first + size; i++) {
                tableStart[i] = first;
                tableEnd[i] = first + size;
            }
            first += size;
        }
        benchStart = first;
        for (int i = first; i < people; i++) {
            tableStart[i] = first;
            tableEnd[i] = first;
        }
        satOut = new int[people];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < people; i++) {
                cost += comes(round, this.seat[round][i], i, i);
            }
        }
    }

    /** Anneals for so many exchanges at most, and returns the best seats found. */
    int[][] anneal(double warm, double cold, long steps, Deadline deadline) {
        int[][] best = copy();
        long least = cost;
        double temperature = warm;
        double cooling = Math.pow(cold / warm, (double) CLOCK / steps);
        long perfect = perfect();
        for (long step = 0; step < steps && least > perfect; step++) {
            if (step % CLOCK == 0 && step > 0) {
                temperature *= cooling;
                if (deadline.passed()) {
                    break;
                }
            }
            if (exchange(temperature) && cost < least) {
                least = cost;
                for (int round = 0; round < rounds; round++) {
                    System.arraycopy(seat[round], 0, best[round], 0, people);
                }
            }
        }
        return best;
    }

    /** The cost of a plan that cannot be better, if that can be told. */
    private long perfect() {
        if (byOrganisation || crowd.fits()) {
            return Long.MIN_VALUE;
        }
        long satOutInAll = (long) rounds * (people - benchStart);
        long each = satOutInAll / people;
        long oneMore = satOutInAll % people;
        long inTurn = (people - oneMore) * each * each + oneMore * (each + 1) * (each + 1);
        return SITS_OUT * inTurn - MeetingCost.MISSES_WISH * (long) crowd.wished().edges();
    }

    private int[][] copy() {
        int[][] copy = new int[rounds][];
        for (int round = 0; round < rounds; round++) {
            copy[round] = seat[round].clone();
        }
        return copy;
    }

    private boolean exchange(double temperature) {
        int round = random.nextInt(rounds);
        int i = random.nextInt(people);
        int j = random.nextInt(people);
        int[] seats = seat[round];
        if (tableStart[i] == tableStart[j] || crowd.home[seats[i]] >= 0 || crowd.home[seats[j]] >= 0) {
            return false;
        }
        int one = seats[i];
        int other = seats[j];
        int change = byOrganisation ? tried(round, i, j) : change(seats, i, j);
        if (change > 0 && random.nextDouble() >= Math.exp(-change / temperature)) {
            return false;
        }
        leaves(round, one, i);
        leaves(round, other, j);
        seats[i] = other;
        seats[j] = one;
        comes(round, other, i, people);
        comes(round, one, j, people);
        cost += change;
        return true;
    }

    /** What an exchange would change, without making it. */
    private int change(int[] seats, int i, int j) {
        int one = seats[i];
        int other = seats[j];
        int change = 0;
        for (int k = tableStart[i]; k < tableEnd[i]; k++) {
            if (k != i) {
                int third = seats[k];
                change += costs.ofMeeting(other, third, met[other * people + third])
                        - costs.ofMeeting(one, third, met[one * people + third] - 1);
            }
        }
        for (int k = tableStart[j]; k < tableEnd[j]; k++) {
            if (k != j) {
                int third = seats[k];
                change += costs.ofMeeting(one, third, met[one * people + third])
                        - costs.ofMeeting(other, third, met[other * people + third] - 1);
            }
        }
        // Squares of the rounds sat out: taking turns is cheapest.
        if (i >= benchStart) {
            change += SITS_OUT * (2 * satOut[other] + 1 - (2 * satOut[one] - 1));
        } else if (j >= benchStart) {
            change += SITS_OUT * (2 * satOut[one] + 1 - (2 * satOut[other] - 1));
        }
        return change;
    }

    private int tried(int round, int i, int j) {
        int[] seats = seat[round];
        int one = seats[i];
        int other = seats[j];
        int change = leaves(round, one, i) + leaves(round, other, j);
        seats[i] = other;
        seats[j] = one;
        change += comes(round, other, i, people) + comes(round, one, j, people);
        leaves(round, other, i);
        leaves(round, one, j);
        seats[i] = one;
        seats[j] = other;
        comes(round, one, i, people);
        comes(round, other, j, people);
        return change;
    }

    /** Seats somebody, beside those on lower seats than the limit; what that costs. */
    private int comes(int round, int person, int at, int limit) {
        int change = 0;
        if (at >= benchStart) {
            change += SITS_OUT * (2 * satOut[person]++ + 1);
        }
        for (int k = tableStart[at]; k < Math.min(limit, tableEnd[at]); k++) {
            if (k != at) {
                int third = seat[round][k];
                change += costs.ofMeeting(person, third, met[person * people + third]);
                met[person * people + third]++;
                met[third * people + person]++;
                change += organisationsMeet(person, third, 1);
            }
        }
        return change;
    }

    private int leaves(int round, int person, int at) {
        int change = 0;
        if (at >= benchStart) {
            change -= SITS_OUT * (2 * --satOut[person] + 1);
        }
        for (int k = tableStart[at]; k < tableEnd[at]; k++) {
            if (k != at) {
                int third = seat[round][k];
                met[person * people + third]--;
                met[third * people + person]--;
                change -= costs.ofMeeting(person, third, met[person * people + third]);
                change += organisationsMeet(person, third, -1);
            }
        }
        return change;
    }

    /** If organisations come first, a new pair of them outweighs some repeats among people. */
    private int organisationsMeet(int one, int other, int times) {
        if (!byOrganisation) {
            return 0;
        }
        int pair = crowd.organisation[one] * organisations + crowd.organisation[other];
        int back = crowd.organisation[other] * organisations + crowd.organisation[one];
        organisationsMet[pair] += times;
        organisationsMet[back] = organisationsMet[pair];
        boolean turns = organisationsMet[pair] == (times > 0 ? 1 : 0) && organisationsFresh[pair];
        return turns ? -times * 3 * MeetingCost.REPEAT : 0;
    }
}
