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
 * from there and from random seats where that leaves something to gain.
 */
final class TablePlanner {

    private static final long STEPS = 8_000_000;
    private static final int DESIGNS = 6;

    private final Crowd crowd;
    private final int rounds;
    private final boolean byOrganisation;
    private final TableWorth worth;
    private final long goal;
    private final Deadline deadline;
    private final RandomGenerator random;
    private final int[] sizes;
    private int[][] best;
    private long bestWorth = Long.MIN_VALUE;

    TablePlanner(Crowd crowd, int rounds, Certifier certifier, Deadline deadline) {
        this.crowd = crowd;
        this.rounds = rounds;
        this.deadline = deadline;
        byOrganisation = crowd.request.aim() == Aim.ORGANISATIONS;
        worth = new TableWorth(crowd);
        goal = TableWorth.of(
                crowd.wished().edges(),
                byOrganisation ? certifier.organisationsBound().value() : 0,
                certifier.peopleBound().value(),
                0);
        random = new SplittableRandom(crowd.request.seed());
        sizes = sizes();
    }

    /** As few and as full tables as possible, but one at least for everybody who keeps a table. */
    private int[] sizes() {
        Room room = crowd.request.room();
        int homes = (int) Arrays.stream(crowd.home).filter(home -> home >= 0).distinct().count();
        int seated = Math.min(crowd.size(), room.tables() * room.seats());
        int full = seated / room.seats();
        int last = seated % room.seats();
        // A table for one is no table.
        int[] sizes = new int[last > 1 ? full + 1 : full];
        Arrays.fill(sizes, room.seats());
        if (last > 1) {
            sizes[full] = last;
        }
        return sizes.length >= homes ? sizes : even(seated, homes);
    }

    private static int[] even(int seated, int tables) {
        int[] sizes = new int[tables];
        for (int i = 0; i < seated; i++) {
            sizes[i % tables]++;
        }
        return sizes;
    }

    /** For each round the groups that sit together. */
    List<List<int[]>> plan() {
        if (sizes.length > 0) {
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
        Room room = crowd.request.room();
        int tables = Math.ceilDiv(crowd.size(), room.seats());
        if (tables > room.tables() || sharedHomes()) {
            return;
        }
        Iterator<Design> designs = Designs.of(tables, room.seats(), rounds).iterator();
        for (int i = 0; i < DESIGNS && !reached() && !deadline.passed() && designs.hasNext(); i++) {
            consider(new Casting(crowd, designs.next(), rounds, random).tables());
        }
    }

    private boolean sharedHomes() {
        int[] homes = Arrays.stream(crowd.home).filter(home -> home >= 0).toArray();
        return Arrays.stream(homes).distinct().count() < homes.length;
    }

    private void byAnnealing() {
        boolean exact = Arrays.stream(sizes).sum() == crowd.size() && Arrays.stream(sizes).distinct().count() == 1;
        if (best != null && exact) {
            anneal(seats(best), 15, STEPS / 2);
        }
        if (!reached()) {
            anneal(randomSeats(), 50, STEPS);
        }
    }

    private void anneal(int[][] seats, double warm, long steps) {
        // Counting organisations as well makes a step dearer.
        long affordable = byOrganisation ? steps / 4 : steps;
        TableSearch search = new TableSearch(crowd, seats, sizes, random);
        int[][] found = search.anneal(warm, 11, affordable, deadline);
        consider(tables(found));
    }

    private int[][] tables(int[][] seats) {
        int[][] tables = new int[rounds][crowd.size()];
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(tables[round], -1);
            int i = 0;
            for (int table = 0; table < sizes.length; table++) {
                for (int k = 0; k < sizes[table]; k++) {
                    tables[round][seats[round][i++]] = table;
                }
            }
        }
        return tables;
    }

    private int[][] seats(int[][] tables) {
        int[][] seats = new int[rounds][];
        for (int round = 0; round < rounds; round++) {
            int[] table = tables[round];
            Integer[] order = new Integer[crowd.size()];
            Arrays.setAll(order, person -> person);
            Arrays.sort(order, (one, other) -> Integer.compare(
                    table[one] < 0 ? Integer.MAX_VALUE : table[one],
                    table[other] < 0 ? Integer.MAX_VALUE : table[other]));
            seats[round] = Arrays.stream(order).mapToInt(person -> person).toArray();
        }
        return seats;
    }

    private int[][] randomSeats() {
        int[] starts = new int[sizes.length];
        for (int table = 1; table < sizes.length; table++) {
            starts[table] = starts[table - 1] + sizes[table - 1];
        }
        int[] homes = Arrays.stream(crowd.home).filter(home -> home >= 0).distinct().sorted().toArray();
        int[][] seats = new int[rounds][crowd.size()];
        for (int[] round : seats) {
            Arrays.fill(round, -1);
            List<Integer> others = new ArrayList<>();
            for (int person = 0; person < crowd.size(); person++) {
                int home = Arrays.binarySearch(homes, crowd.home[person]);
                if (home < 0 || !sit(round, starts[home], sizes[home], person)) {
                    others.add(random.nextInt(others.size() + 1), person);
                }
            }
            Iterator<Integer> next = others.iterator();
            for (int i = 0; i < round.length; i++) {
                round[i] = round[i] < 0 ? next.next() : round[i];
            }
        }
        return seats;
    }

    private static boolean sit(int[] round, int start, int size, int person) {
        for (int i = start; i < start + size; i++) {
            if (round[i] < 0) {
                round[i] = person;
                return true;
            }
        }
        return false;
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
