package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plans as one would by hand: table after table, and whoever is new to most of those at it sits down next. No
 * plan is to be worse than this one, so every search that falls short of its bound is held against it.
 */
final class TableAfterTable {

    private static final int WISH = 1_000;
    private static final int NONE = TableState.NONE;

    private final Crowd crowd;
    private final boolean wishesFirst;
    private final MeetingGraph met;

    /**
     * Prepares the planning.
     *
     * @param wishesFirst whether those who must meet are looked at before others
     */
    TableAfterTable(Crowd crowd, boolean wishesFirst) {
        this.crowd = crowd;
        this.wishesFirst = wishesFirst;
        met = new MeetingGraph(crowd.size());
    }

    /** The table of each person in each of so many rounds, or none. */
    int[][] tables(int rounds) {
        int[][] tables = new int[rounds][crowd.size()];
        for (int[] round : tables) {
            Arrays.fill(round, NONE);
            for (int number = 0; number < crowd.request.room().tables(); number++) {
                fill(round, number);
            }
        }
        return tables;
    }

    private void fill(int[] round, int number) {
        List<Integer> table = new ArrayList<>();
        while (table.size() < crowd.request.room().seats()) {
            int next = newest(table, round);
            if (next < 0) {
                return;
            }
            for (int other : table) {
                met.add(next, other);
            }
            table.add(next);
            round[next] = number;
        }
    }

    private int newest(List<Integer> table, int[] round) {
        int newest = -1;
        int most = 0;
        for (int person = 0; person < round.length; person++) {
            if (round[person] == NONE) {
                int worth = table.isEmpty() ? worthAmongAll(person, round) : worthAt(table, person);
                if (worth > most) {
                    most = worth;
                    newest = person;
                }
            }
        }
        return newest;
    }

    private int worthAmongAll(int person, int[] round) {
        int worth = 0;
        for (int other = 0; other < round.length; other++) {
            worth += round[other] == NONE && !crowd.barred[person][other] ? worth(person, other) : 0;
        }
        return worth;
    }

    private int worthAt(List<Integer> table, int person) {
        int worth = 0;
        for (int other : table) {
            if (crowd.barred[person][other]) {
                return 0;
            }
            worth += worth(person, other);
        }
        return worth;
    }

    private int worth(int one, int other) {
        if (met.has(one, other)) {
            return 0;
        }
        boolean wished = wishesFirst && crowd.must[one][other];
        return (wished ? WISH : 0) + (crowd.before[one][other] == 0 ? 1 : 0);
    }
}
