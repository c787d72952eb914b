package be.leerkring.speeddating.planner;

/**
 * Evens out rounds until none has more meetings than there are tables, which is possible when all
 * together have no more than that (de Werra 1971, McDiarmid 1972): where one round has more meetings
 * than another, some path of the two begins and ends in the larger one, and changes sides.
 */
final class Equalisation {

    private final EdgeColouring rounds;
    private final int tables;

    Equalisation(EdgeColouring rounds, int tables) {
        this.rounds = rounds;
        this.tables = tables;
    }

    /** The same meetings, in rounds that the tables can hold. */
    EdgeColouring rounds() {
        for (int large = 0; large < rounds.colours(); large++) {
            while (rounds.classSize(large) > tables) {
                int small = smallest();
                if (rounds.classSize(small) >= tables) {
                    throw new IllegalStateException("%d meetings do not go into %d rounds at %d tables"
                            .formatted(rounds.size(), rounds.colours(), tables));
                }
                shift(large, small);
            }
        }
        return rounds;
    }

    private int smallest() {
        int smallest = 0;
        for (int round = 1; round < rounds.colours(); round++) {
            if (rounds.classSize(round) < rounds.classSize(smallest)) {
                smallest = round;
            }
        }
        return smallest;
    }

    private void shift(int large, int small) {
        for (int start = 0; start < rounds.people(); start++) {
            if (!rounds.free(large, start) && rounds.free(small, start)) {
                int end = rounds.endOfPath(start, large, small);
                if (rounds.free(small, end)) {
                    rounds.exchange(start, large, small);
                    return;
                }
            }
        }
        throw new IllegalStateException("Round " + large + " is not larger than round " + small);
    }
}
