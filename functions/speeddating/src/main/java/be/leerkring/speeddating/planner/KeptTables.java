package be.leerkring.speeddating.planner;

import java.util.Arrays;
import java.util.List;

/**
 * Sees to it that whoever keeps a table has the same one in all rounds.
 *
 * @param keptTable the number of each person's table among those that are kept, or none
 */
record KeptTables(Crowd crowd, int[] keptTable) {

    private static final int NONE = TableState.NONE;

    KeptTables(Crowd crowd) {
        this(crowd, numbers(crowd));
    }

    private static int[] numbers(Crowd crowd) {
        int[] homes = Arrays.stream(crowd.home).filter(home -> home >= 0).distinct().sorted().toArray();
        return Arrays.stream(crowd.home)
                .map(home -> home < 0 ? NONE : Arrays.binarySearch(homes, home))
                .toArray();
    }

    /** Whether two people keep the same table. */
    boolean areShared() {
        int[] kept = Arrays.stream(keptTable).filter(table -> table != NONE).toArray();
        return Arrays.stream(kept).distinct().count() < kept.length;
    }

    /** The same rounds, with tables numbered so that everybody who keeps one has the same in all. */
    int[][] numbered(int[][] tables) {
        int[][] numbered = new int[tables.length][crowd.size()];
        for (int round = 0; round < tables.length; round++) {
            Arrays.fill(numbered[round], NONE);
            boolean[] taken = new boolean[crowd.size()];
            List<int[]> groups = TableWorth.groups(tables[round]);
            for (int[] group : groups) {
                int kept = keptBy(group);
                if (kept != NONE) {
                    taken[kept] = true;
                    number(numbered[round], group, kept);
                }
            }
            int free = 0;
            for (int[] group : groups) {
                if (keptBy(group) == NONE) {
                    while (taken[free]) {
                        free++;
                    }
                    number(numbered[round], group, free++);
                }
            }
        }
        return numbered;
    }

    private int keptBy(int[] group) {
        return Arrays.stream(group).map(person -> keptTable[person]).max().orElse(NONE);
    }

    private static void number(int[] round, int[] group, int number) {
        for (int person : group) {
            round[person] = number;
        }
    }

    /** Nobody shares a table with whom they may not meet, or leaves the table they keep: rather one sits out. */
    void separate(int[] table) {
        int[] groupAt = new int[crowd.request.room().tables()];
        Arrays.fill(groupAt, NONE);
        for (int one = 0; one < table.length; one++) {
            int home = crowd.home[one];
            if (home >= 0 && table[one] >= 0) {
                groupAt[home] = groupAt[home] < 0 ? table[one] : groupAt[home];
                table[one] = groupAt[home] == table[one] ? table[one] : NONE;
            }
        }
        for (int one = 0; one < table.length; one++) {
            for (int other = 0; other < table.length; other++) {
                boolean together = one != other && table[one] >= 0 && table[one] == table[other];
                if (together && crowd.barred[one][other] && (crowd.home[one] < 0 || crowd.home[other] >= 0)) {
                    table[one] = NONE;
                }
            }
        }
    }
}
