package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Changes rounds at larger tables to come: who is planned at a table stays there, and those without a
 * table join where they know fewest, or make a table of their own.
 */
final class TableReviser {

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Crowd crowd;
    private final int[][] met;
    private final int[] satOut;

    /**
     * Prepares the change.
     *
     * @param satOut how often each sat out in the rounds that were
     */
    TableReviser(Crowd crowd, int[] satOut) {
        this.crowd = crowd;
        this.satOut = satOut;
        met = new int[crowd.size()][];
        for (int person = 0; person < crowd.size(); person++) {
            met[person] = crowd.before[person].clone();
        }
    }

    /** The groups of each round by table, given those planned of the people who are here. */
    List<List<int[]>> revise(List<List<int[]>> planned) {
        planned.forEach(round -> round.forEach(group -> meet(group, 1)));
        List<List<int[]>> revised = new ArrayList<>();
        for (List<int[]> round : planned) {
            round.forEach(group -> meet(group, -1));
            List<int[]> groups = reviseRound(round);
            groups.forEach(group -> meet(group, 1));
            revised.add(groups);
        }
        return revised;
    }

    private void meet(int[] group, int times) {
        for (int one : group) {
            for (int other : group) {
                met[one][other] += one == other ? 0 : times;
            }
        }
    }

    private List<int[]> reviseRound(List<int[]> planned) {
        int[] table = new int[crowd.size()];
        Arrays.fill(table, -1);
        for (int number = 0; number < planned.size(); number++) {
            for (int person : planned.get(number)) {
                table[person] = number;
            }
        }
        for (int person = 0; person < table.length; person++) {
            if (crowd.home[person] >= 0) {
                comeHome(table, person);
            }
        }
        Integer[] order = new Integer[crowd.size()];
        Arrays.setAll(order, person -> person);
        Arrays.sort(order, Comparator.comparingInt(person -> -satOut[person]));
        for (int person : order) {
            if (table[person] < 0) {
                table[person] = cheapest(table, person, -1);
            }
        }
        for (int person : order) {
            if (table[person] >= 0 && size(table, table[person]) == 1 && crowd.home[person] < 0) {
                table[person] = cheapest(table, person, table[person]);
            }
        }
        List<int[]> groups = new ArrayList<>();
        for (int number = 0; number < crowd.request.room().tables(); number++) {
            groups.add(at(table, number));
        }
        for (int person = 0; person < table.length; person++) {
            satOut[person] += table[person] < 0 || size(table, table[person]) < 2 ? 1 : 0;
        }
        return groups;
    }

    /** Who keeps a table sits there, whoever has to make way. */
    private void comeHome(int[] table, int person) {
        table[person] = crowd.home[person];
        for (int other : at(table, crowd.home[person])) {
            boolean full = size(table, crowd.home[person]) > crowd.request.room().seats();
            if (crowd.home[other] < 0 && (full || crowd.barred[person][other])) {
                table[other] = -1;
            }
        }
    }

    /** The table at which somebody would repeat fewest meetings, an empty one last; −1 if there is none. */
    private int cheapest(int[] table, int person, int leaving) {
        int best = -1;
        int least = NOWHERE;
        for (int number = 0; number < crowd.request.room().tables(); number++) {
            int cost = number == leaving ? NOWHERE : cost(table, person, number);
            if (cost < least) {
                least = cost;
                best = number;
            }
        }
        return best;
    }

    private int cost(int[] table, int person, int number) {
        int[] group = at(table, number);
        if (group.length >= crowd.request.room().seats()) {
            return NOWHERE;
        }
        int cost = group.length == 0 ? 1_000 : 0;
        for (int other : group) {
            if (crowd.barred[person][other]) {
                return NOWHERE;
            }
            cost += met[person][other] == 0 ? -1 - crowd.fit[person][other] / 8 : 10 * met[person][other];
        }
        return cost;
    }

    private static int[] at(int[] table, int number) {
        int[] people = new int[table.length];
        int count = 0;
        for (int person = 0; person < table.length; person++) {
            if (table[person] == number) {
                people[count++] = person;
            }
        }
        return Arrays.copyOf(people, count);
    }

    private static int size(int[] table, int number) {
        return at(table, number).length;
    }
}
