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
    private final int wishes;
    private final long goal;
    private final Deadline deadline;
    private final RandomGenerator random;
    private final int seats;
    private final KeptTables keptTables;
    private int[][] best;
    private long bestWorth = Long.MIN_VALUE;

    TablePlanner(Crowd crowd, int rounds, Certifier certifier, Deadline deadline) {
        this.crowd = crowd;
        this.rounds = rounds;
        this.deadline = deadline;
        worth = new TableWorth(crowd);
        wishes = certifier.mostWishes();
        goal = TableWorth.of(
                wishes,
                crowd.request.aim() == Aim.ORGANISATIONS ? certifier.organisationsBound().value() : 0,
                certifier.peopleBound().value(),
                0);
        random = new SplittableRandom(crowd.request.seed());
        seats = certifier.seats();
        keptTables = new KeptTables(crowd);
    }

    /** For each round the groups that sit together. */
    List<List<int[]>> plan() {
        if (crowd.size() > 1) {
            byDesign();
            if (!reached()) {
                byAnnealing();
            }
            descend(best);
        }
        return groups();
    }

    /** The same, of a plan that is there: itself, or a better one. */
    List<List<int[]>> better(int[][] tables) {
        consider(tables);
        if (!reached()) {
            anneal(tables, Emphasis.EVEN, 50, steps());
            if (!reached() && !deadline.passed()) {
                annealAgain(tables, Emphasis.STRONG, Math.min(steps(), MOST_STEPS / 4));
            }
        }
        descend(best);
        return groups();
    }

    private List<List<int[]>> groups() {
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
        if (tables > crowd.request.room().tables() || keptTables.areShared()) {
            return;
        }
        Iterator<Design> designs = Designs.of(tables, seats, rounds).iterator();
        for (int i = 0; i < DESIGNS && !reached() && !deadline.passed() && designs.hasNext(); i++) {
            consider(new Casting(crowd, designs.next(), rounds, random).tables());
        }
    }

    private void byAnnealing() {
        if (best != null) {
            anneal(best, Emphasis.EVEN, 15, steps() / 2);
        }
        if (!reached()) {
            consider(new TableAfterTable(crowd, true).tables(rounds));
            consider(new TableAfterTable(crowd, false).tables(rounds));
            int[][] greedy = greedy(wanted());
            consider(greedy);
            annealAgain(greedy, Emphasis.EVEN, steps());
            if (bestWorth < TableWorth.of(wishes, 0, 0, 0) && !deadline.passed()) {
                annealAgain(greedy, Emphasis.STRONG, Math.min(steps(), MOST_STEPS / 4));
                descend(greedy(crowd.wished()));
            }
        }
    }

    /** For few people several times: what one search misses another finds, and which wishes are granted varies. */
    private void annealAgain(int[][] tables, Emphasis emphasis, long once) {
        long steps = 0;
        do {
            anneal(tables, emphasis, 50, once);
            steps += once;
        } while (steps < MOST_STEPS / 2 && !reached() && !deadline.passed());
    }

    private void descend(int[][] tables) {
        if (bestWorth < goal) {
            consider(search(tables, Emphasis.EVEN, crowd.request.room().tables(), goal).descend(deadline));
        }
    }

    private long steps() {
        return Math.clamp((long) crowd.size() * rounds * STEPS_FOR_A_PLACE, FEWEST_STEPS, MOST_STEPS);
    }

    private void anneal(int[][] tables, Emphasis emphasis, double warm, long steps) {
        // Counting organisations as well makes a step dearer.
        long affordable = crowd.request.aim() == Aim.ORGANISATIONS ? steps / 4 : steps;
        long toBeat = crowd.fits() ? Long.MAX_VALUE : goal;
        consider(search(tables, emphasis, inUse(), toBeat)
                .anneal(warm * emphasis.warmth(), 11, affordable, deadline));
    }

    private TableSearch search(int[][] tables, Emphasis emphasis, int inUse, long toBeat) {
        int[][] start = keptTables.numbered(tables);
        int used = Arrays.stream(start).flatMapToInt(Arrays::stream).max().orElse(NONE) + 1;
        TableState state = new TableState(crowd, emphasis, start, Math.max(used, inUse), seats, keptTables.keptTable());
        return new TableSearch(state, toBeat, random);
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

    private MeetingGraph wanted() {
        MeetingGraph wanted = crowd.fresh();
        for (int one = 0; one < crowd.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (crowd.must[one][other] && !crowd.barred[one][other]) {
                    wanted.add(one, other);
                }
            }
        }
        return wanted;
    }

    private int[][] greedy(MeetingGraph wanted) {
        int[] group = new int[crowd.size()];
        Arrays.setAll(group, person -> person);
        GreedyCover greedy = new GreedyCover(crowd, wanted, group);
        int[][] tables = new int[rounds][crowd.size()];
        for (int[] round : tables) {
            Arrays.fill(round, NONE);
            int number = 0;
            for (int[] table : greedy.round()) {
                for (int person : table) {
                    round[person] = number;
                }
                number++;
            }
        }
        return tables;
    }

    private void consider(int[][] tables) {
        for (int[] round : tables) {
            keptTables.separate(round);
        }
        long found = worth.of(tables);
        if (found > bestWorth) {
            bestWorth = found;
            best = tables;
        }
    }
}
