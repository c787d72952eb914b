package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Plans rounds at tables of more than two, so that as many as possible meet for the first time: by a
 * design where one is known or soon found ({@link Designs}), cast with these people, and by annealing
 * from there and from a greedy plan where that leaves something to gain.
 */
final class TablePlanner {

    private static final long FEWEST_STEPS = 1_000_000;
    private static final long MOST_STEPS = 8_000_000;
    private static final long STEPS_FOR_A_PLACE = 40_000;
    private static final int DESIGNS = 6;
    private static final int NONE = TableState.NONE;

    private final Crowd crowd;
    private final int rounds;
    private final TableWorth worth;
    private final long goal;
    private final Deadline deadline;
    private final RandomGenerator random;
    private final int seats;
    private final int[] keptTable;
    private int[][] best;
    private long bestWorth = Long.MIN_VALUE;

    TablePlanner(Crowd crowd, int rounds, Certifier certifier, Deadline deadline) {
        this.crowd = crowd;
        this.rounds = rounds;
        this.deadline = deadline;
        worth = new TableWorth(crowd);
        goal = TableWorth.of(
                crowd.wished().edges(),
                crowd.request.aim() == Aim.ORGANISATIONS ? certifier.organisationsBound().value() : 0,
                certifier.peopleBound().value(),
                0);
        random = new SplittableRandom(crowd.request.seed());
        seats = certifier.seats();
        int[] homes = Arrays.stream(crowd.home).filter(home -> home >= 0).distinct().sorted().toArray();
        keptTable = Arrays.stream(crowd.home)
                .map(home -> home < 0 ? NONE : Arrays.binarySearch(homes, home))
                .toArray();
    }

    /** For each round the groups that sit together. */
    List<List<int[]>> plan() {
        if (crowd.size() > 1) {
            byDesign();
            if (!reached()) {
                byAnnealing();
            }
        }
        List<List<int[]>> groups = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            groups.add(best == null ? List.of() : TableWorth.groups(best[round]));
        }
        return groups;
    }

    private boolean reached() {
        return best != null && bestWorth >= goal && !crowd.fits();
    }

    private void byDesign() {
        int tables = Math.ceilDiv(crowd.size(), seats);
        if (tables > crowd.request.room().tables() || sharedHomes()) {
            return;
        }
        Iterator<Design> designs = Designs.of(tables, seats, rounds).iterator();
        for (int i = 0; i < DESIGNS && !reached() && !deadline.passed() && designs.hasNext(); i++) {
            consider(new Casting(crowd, designs.next(), rounds, random).tables());
        }
    }

    private boolean sharedHomes() {
        int[] homes = Arrays.stream(crowd.home).filter(home -> home >= 0).toArray();
        return Arrays.stream(homes).distinct().count() < homes.length;
    }

    private void byAnnealing() {
        if (best != null) {
            anneal(best, 15, steps() / 2);
        }
        if (!reached()) {
            int[][] greedy = greedy();
            consider(greedy);
            anneal(greedy, 50, steps());
        }
    }

    private long steps() {
        return Math.clamp((long) crowd.size() * rounds * STEPS_FOR_A_PLACE, FEWEST_STEPS, MOST_STEPS);
    }

    private void anneal(int[][] tables, double warm, long steps) {
        // Counting organisations as well makes a step dearer.
        long affordable = crowd.request.aim() == Aim.ORGANISATIONS ? steps / 4 : steps;
        int[][] start = atKeptTables(tables);
        int used = Arrays.stream(start).flatMapToInt(Arrays::stream).max().orElse(NONE) + 1;
        TableState state = new TableState(crowd, start, Math.max(used, inUse()), seats, keptTable);
        long toBeat = crowd.fits() ? Long.MAX_VALUE : goal;
        consider(new TableSearch(state, toBeat, random).anneal(warm, 11, affordable, deadline));
    }

    /**
     * As few tables as let everybody sit: by the theorem of Hajnal and Szemerédi (1970), people whom
     * no more than d others may not meet fall into any number of equal groups above d.
     */
    private int inUse() {
        int most = 0;
        for (boolean[] row : crowd.barred) {
            int apart = 0;
            for (boolean one : row) {
                apart += one ? 1 : 0;
            }
            most = Math.max(most, apart);
        }
        // Everybody is barred from meeting themselves, so this is one more than d.
        return Math.min(crowd.request.room().tables(), Math.max(most, Math.ceilDiv(crowd.size(), seats)));
    }

    private int[][] greedy() {
        MeetingGraph wanted = crowd.fresh();
        int[] group = new int[crowd.size()];
        for (int one = 0; one < crowd.size(); one++) {
            group[one] = one;
            for (int other = 0; other < one; other++) {
                if (crowd.must[one][other] && !crowd.barred[one][other]) {
                    wanted.add(one, other);
                }
            }
        }
        GreedyCover greedy = new GreedyCover(crowd, wanted, group);
        int[][] tables = new int[rounds][crowd.size()];
        for (int[] round : tables) {
            Arrays.fill(round, NONE);
            int number = 0;
            for (int[] table : greedy.round()) {
                number(round, table, number++);
            }
        }
        return tables;
    }

    /** The same rounds, with tables numbered so that everybody who keeps one has the same in all. */
    private int[][] atKeptTables(int[][] tables) {
        int[][] numbered = new int[rounds][crowd.size()];
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(numbered[round], NONE);
            boolean[] taken = new boolean[crowd.size()];
            List<int[]> groups = TableWorth.groups(tables[round]);
            for (int[] group : groups) {
                int kept = kept(group);
                if (kept != NONE) {
                    taken[kept] = true;
                    number(numbered[round], group, kept);
                }
            }
            int free = 0;
            for (int[] group : groups) {
                if (kept(group) == NONE) {
                    while (taken[free]) {
                        free++;
                    }
                    number(numbered[round], group, free++);
                }
            }
        }
        return numbered;
    }

    private int kept(int[] group) {
        return Arrays.stream(group).map(person -> keptTable[person]).max().orElse(NONE);
    }

    private static void number(int[] round, int[] group, int number) {
        for (int person : group) {
            round[person] = number;
        }
    }

    private void consider(int[][] tables) {
        for (int[] round : tables) {
            separate(round);
        }
        long found = worth.of(tables);
        if (found > bestWorth) {
            bestWorth = found;
            best = tables;
        }
    }

    /** Nobody shares a table with whom they may not meet, or leaves the table they keep: rather one sits out. */
    private void separate(int[] table) {
        int[] groupAt = new int[crowd.request.room().tables()];
        Arrays.fill(groupAt, -1);
        for (int one = 0; one < table.length; one++) {
            int home = crowd.home[one];
            if (home >= 0 && table[one] >= 0) {
                groupAt[home] = groupAt[home] < 0 ? table[one] : groupAt[home];
                table[one] = groupAt[home] == table[one] ? table[one] : -1;
            }
        }
        for (int one = 0; one < table.length; one++) {
            for (int other = 0; other < table.length; other++) {
                boolean together = one != other && table[one] >= 0 && table[one] == table[other];
                if (together && crowd.barred[one][other] && (crowd.home[one] < 0 || crowd.home[other] >= 0)) {
                    table[one] = -1;
                }
            }
        }
    }
}
