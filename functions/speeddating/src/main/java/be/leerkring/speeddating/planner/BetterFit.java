package be.leerkring.speeddating.planner;

/**
 * Among plans with the same meetings made, prefers those in which people find what they seek: two
 * pairs of a round exchange partners wherever that fits better and nothing else changes.
 */
final class BetterFit {

    private static final int PASSES = 20;

    private final Crowd crowd;
    private final EdgeColouring plan;

    BetterFit(Crowd crowd, EdgeColouring plan) {
        this.crowd = crowd;
        this.plan = plan;
    }

    void exchange() {
        if (!crowd.fits()) {
            return;
        }
        boolean better = true;
        for (int pass = 0; pass < PASSES && better; pass++) {
            better = false;
            for (int round = 0; round < plan.colours(); round++) {
                for (int one = 0; one < plan.people(); one++) {
                    for (int other = 0; other < plan.people(); other++) {
                        better |= exchange(round, one, other);
                    }
                }
            }
        }
    }

    /** Whether these two, of different pairs, should exchange their partners; does so if they should. */
    private boolean exchange(int round, int one, int other) {
        int with = plan.partner(round, one);
        int otherWith = plan.partner(round, other);
        if (one == other || with < 0 || otherWith < 0 || with == other) {
            return false;
        }
        boolean possible = mayMeet(one, otherWith)
                && mayMeet(other, with)
                && !crowd.must[one][with]
                && !crowd.must[other][otherWith]
                && isNew(one, with) + isNew(other, otherWith) == isNew(one, otherWith) + isNew(other, with);
        int gain = crowd.fit[one][otherWith]
                + crowd.fit[other][with]
                - crowd.fit[one][with]
                - crowd.fit[other][otherWith];
        if (!possible || gain <= 0) {
            return false;
        }
        plan.take(one, with);
        plan.take(other, otherWith);
        plan.put(one, otherWith, round);
        plan.put(other, with, round);
        return true;
    }

    private boolean mayMeet(int one, int other) {
        return !crowd.barred[one][other] && plan.colour(one, other) < 0;
    }

    private int isNew(int one, int other) {
        return crowd.before[one][other] == 0 ? 1 : 0;
    }
}
