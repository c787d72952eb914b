package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every group of a round its table: first those of people who keep theirs, then one where
 * somebody of the group sat already, then the first that is free.
 */
final class Seating {

    private final Crowd crowd;
    private final int[] lastTable;

    Seating(Crowd crowd) {
        this.crowd = crowd;
        lastTable = crowd.home.clone();
    }

    /** People would rather sit where a round of an earlier plan had them. */
    void asPlanned(Round round) {
        for (int person = 0; person < lastTable.length; person++) {
            lastTable[person] = crowd.home[person];
        }
        for (Table table : round.tables()) {
            for (String id : table.people()) {
                Integer person = crowd.numberOf(id);
                if (person != null && crowd.home[person] < 0) {
                    lastTable[person] = table.number() - 1;
                }
            }
        }
    }

    /** The round of these groups, of which a group of one sits out. */
    Round seat(List<int[]> groups) {
        int[][] at = new int[crowd.request.room().tables()][];
        List<int[]> unplaced = new ArrayList<>();
        boolean[] sits = new boolean[crowd.size()];
        for (int[] group : groups) {
            if (group.length < 2) {
                continue;
            }
            for (int person : group) {
                sits[person] = true;
            }
            int home = homeOf(group);
            if (home >= 0) {
                at[home] = group;
            } else {
                unplaced.add(group);
            }
        }
        unplaced.removeIf(group -> agrees(group) && stays(group, at));
        unplaced.removeIf(group -> stays(group, at));
        unplaced.forEach(group -> at[firstFree(at)] = group);
        return round(at, sits);
    }

    private int homeOf(int[] group) {
        for (int person : group) {
            if (crowd.home[person] >= 0) {
                return crowd.home[person];
            }
        }
        return -1;
    }

    /** Whether all of a group come from one table. */
    private boolean agrees(int[] group) {
        for (int person : group) {
            if (lastTable[person] != lastTable[group[0]]) {
                return false;
            }
        }
        return true;
    }

    private boolean stays(int[] group, int[][] at) {
        for (int person : group) {
            int last = lastTable[person];
            if (last >= 0 && last < at.length && at[last] == null) {
                at[last] = group;
                return true;
            }
        }
        return false;
    }

    private static int firstFree(int[][] at) {
        int table = 0;
        while (at[table] != null) {
            table++;
        }
        return table;
    }

    private Round round(int[][] at, boolean[] sits) {
        List<Table> tables = new ArrayList<>();
        for (int table = 0; table < at.length; table++) {
            if (at[table] != null) {
                List<String> people = new ArrayList<>();
                for (int person : at[table]) {
                    people.add(crowd.id(person));
                    lastTable[person] = table;
                }
                tables.add(new Table(table + 1, people));
            }
        }
        List<String> sittingOut = new ArrayList<>();
        for (int person = 0; person < sits.length; person++) {
            if (!sits[person]) {
                sittingOut.add(crowd.id(person));
            }
        }
        return new Round(tables, sittingOut);
    }

    /** The pairs of each round, the rounds with most first meetings and the best fit before the others. */
    static List<List<int[]>> groups(Crowd crowd, EdgeColouring plan) {
        Map<Integer, Integer> worth = new HashMap<>();
        List<List<int[]>> rounds = new ArrayList<>();
        Integer[] order = new Integer[plan.colours()];
        for (int round = 0; round < order.length; round++) {
            order[round] = round;
            int sum = 0;
            for (int one = 0; one < plan.people(); one++) {
                int other = plan.partner(round, one);
                if (one < other) {
                    sum += (crowd.before[one][other] == 0 ? 1 << 10 : 0) + crowd.fit[one][other];
                }
            }
            worth.put(round, sum);
        }
        Arrays.sort(order, Comparator.comparingInt(round -> -worth.get(round)));
        for (int round : order) {
            List<int[]> pairs = new ArrayList<>();
            for (int one = 0; one < plan.people(); one++) {
                if (one < plan.partner(round, one)) {
                    pairs.add(new int[] {one, plan.partner(round, one)});
                }
            }
            rounds.add(pairs);
        }
        return rounds;
    }
}
