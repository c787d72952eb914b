package be.leerkring.speeddating.planner;

/** Puts those who must meet into a plan two by two, at the cost of others. */
final class Wishes {

    private final MeetingGraph wished;
    private final EdgeColouring plan;
    private final int most;

    /**
     * Prepares the exchange.
     *
     * @param most how many meetings the plan may hold
     */
    Wishes(MeetingGraph wished, EdgeColouring plan, int most) {
        this.wished = wished;
        this.plan = plan;
        this.most = most;
    }

    EdgeColouring granted() {
        for (int one = 0; one < plan.people(); one++) {
            for (int other = 0; other < one; other++) {
                if (wished.has(one, other) && plan.colour(one, other) < 0) {
                    grant(one, other);
                }
            }
        }
        return plan;
    }

    private void grant(int one, int other) {
        for (int round = 0; round < plan.colours(); round++) {
            if (yields(round, one) && yields(round, other)) {
                release(round, one);
                release(round, other);
                if (plan.size() == most && !dropOne()) {
                    return;
                }
                plan.put(one, other, round);
                return;
            }
        }
    }

    private boolean yields(int round, int person) {
        int partner = plan.partner(round, person);
        return partner < 0 || !wished.has(person, partner);
    }

    private void release(int round, int person) {
        if (!plan.free(round, person)) {
            plan.take(person, plan.partner(round, person));
        }
    }

    private boolean dropOne() {
        for (int one = 0; one < plan.people(); one++) {
            for (int other = 0; other < one; other++) {
                if (plan.colour(one, other) >= 0 && !wished.has(one, other)) {
                    plan.take(one, other);
                    return true;
                }
            }
        }
        return false;
    }
}
