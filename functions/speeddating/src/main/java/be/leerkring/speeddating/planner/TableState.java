package be.leerkring.speeddating.planner;

import java.util.Arrays;

/**
 * Who sits where in each round, while a plan at tables is searched. The places of one table stand
 * together; those after all tables are the bench, on which one sits out.
 */
final class TableState {

    static final int NONE = -1;

    private static final int SITS_OUT = 40;

    private final int people;
    private final int seats;
    private final int bench;
    private final int[] keptTable;
    private final MeetingTally tally;
    /** For each round and place, who is there. */
    private final int[][] at;
    /** For each round and person, the place. */
    private final int[][] placeOf;
    private final int[] onBench;
    private final int[] satOut;
    private long costOfSittingOut;

    /**
     * Starts from a plan.
     *
     * @param emphasis what weighs how much
     * @param tables the table of each person in each round, or none
     * @param inUse how many tables there are
     * @param seats how many seats each of them has
     * @param keptTable the table that each person keeps, or none
     */
    TableState(Crowd crowd, Emphasis emphasis, int[][] tables, int inUse, int seats, int[] keptTable) {
        this.seats = seats;
        this.keptTable = keptTable;
        people = crowd.size();
        bench = inUse * seats;
        tally = new MeetingTally(crowd, tables.length, emphasis);
        at = new int[tables.length][bench + people + 1];
        placeOf = new int[tables.length][people];
        onBench = new int[tables.length];
        satOut = new int[people];
        for (int round = 0; round < tables.length; round++) {
            Arrays.fill(at[round], NONE);
            for (int person = 0; person < people; person++) {
                int table = tables[round][person];
                enter(round, person, table == NONE ? bench + onBench[round]++ : emptySeat(round, table));
            }
        }
    }

    private int emptySeat(int round, int table) {
        int place = table * seats;
        while (at[round][place] != NONE) {
            place++;
        }
        return place;
    }

    int people() {
        return people;
    }

    int rounds() {
        return at.length;
    }

    /** How many places somebody could go to: all seats, those taken on the bench, and one beside them. */
    int places(int round) {
        return bench + onBench[round] + 1;
    }

    long cost() {
        return tally.cost() + costOfSittingOut;
    }

    long worth() {
        return tally.worth();
    }

    /** Whether nobody sits out two rounds more than somebody else. */
    boolean sitsOutInTurn() {
        int[] sorted = satOut.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1] - sorted[0] <= 1;
    }

    int[][] tables() {
        int[][] tables = new int[at.length][people];
        for (int round = 0; round < at.length; round++) {
            for (int person = 0; person < people; person++) {
                tables[round][person] = table(placeOf[round][person]);
            }
        }
        return tables;
    }

    private int table(int place) {
        return place < bench ? place / seats : NONE;
    }

    /** Whether somebody can change places with whoever is there. */
    boolean canMove(int round, int person, int place) {
        int from = placeOf[round][person];
        int other = at[round][place];
        return table(from) != table(place) && maySit(person, place) && (other == NONE || maySit(other, from));
    }

    private boolean maySit(int person, int place) {
        return keptTable[person] == NONE || place >= bench || keptTable[person] == table(place);
    }

    /** What it would cost if somebody changed places with whoever is there. */
    int change(int round, int person, int place) {
        int from = placeOf[round][person];
        int other = at[round][place];
        if (tally.countsOrganisations()) {
            long before = cost();
            int back = move(round, person, place);
            int change = (int) (cost() - before);
            move(round, person, back);
            return change;
        }
        return change(round, from, person, other) + change(round, place, other, person);
    }

    private int change(int round, int place, int leaving, int coming) {
        if (place >= bench) {
            return (coming == NONE ? 0 : onceMore(satOut[coming]))
                    - (leaving == NONE ? 0 : onceMore(satOut[leaving] - 1));
        }
        int change = 0;
        int first = place - place % seats;
        for (int k = first; k < first + seats; k++) {
            int third = at[round][k];
            if (k == place || third == NONE) {
                continue;
            }
            change += coming == NONE ? 0 : tally.ofOnceMore(coming, third);
            change -= leaving == NONE ? 0 : tally.ofOnceLess(leaving, third);
        }
        return change;
    }

    /** What it costs that somebody who sits out so many rounds does so once more: the squares' difference. */
    private static int onceMore(int rounds) {
        return SITS_OUT * (2 * rounds + 1);
    }

    /** Lets somebody change places with whoever is there, and tells the place to go back to. */
    int move(int round, int person, int place) {
        int from = placeOf[round][person];
        int other = at[round][place];
        leave(round, person);
        if (other != NONE) {
            leave(round, other);
            enter(round, other, from);
        } else {
            onBench[round] += (place >= bench ? 1 : 0) - (from >= bench ? 1 : 0);
            if (from >= bench) {
                moveUp(round, from);
            }
        }
        enter(round, person, place);
        // On the bench, somebody else moved up.
        return from >= bench && other == NONE ? bench + onBench[round] : from;
    }

    /** Whoever was last on the bench takes the place that became empty there. */
    private void moveUp(int round, int empty) {
        int last = bench + onBench[round];
        int other = at[round][last];
        if (other != NONE) {
            at[round][last] = NONE;
            at[round][empty] = other;
            placeOf[round][other] = empty;
        }
    }

    private void leave(int round, int person) {
        int place = placeOf[round][person];
        at[round][place] = NONE;
        if (place >= bench) {
            costOfSittingOut -= onceMore(--satOut[person]);
            return;
        }
        int first = place - place % seats;
        for (int k = first; k < first + seats; k++) {
            if (at[round][k] != NONE) {
                tally.part(person, at[round][k]);
            }
        }
    }

    private void enter(int round, int person, int place) {
        if (place >= bench) {
            costOfSittingOut += onceMore(satOut[person]++);
        } else {
            int first = place - place % seats;
            for (int k = first; k < first + seats; k++) {
                if (at[round][k] != NONE) {
                    tally.meet(person, at[round][k]);
                }
            }
        }
        at[round][place] = person;
        placeOf[round][person] = place;
    }
}
