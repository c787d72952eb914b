package be.leerkring.speeddating.planner;

/**
 * What would bring organisations together that do not meet in a plan two by two. Whoever must meet
 * does not make way for it.
 */
final class OrganisationOpenings implements AlternatingWalk.Openings {

    private final Crowd crowd;
    private final MeetingGraph organisations;
    private final MeetingGraph fresh;
    private final EdgeColouring plan;
    private final int[][] meetings;
    private int made;

    /**
     * Prepares for a plan.
     *
     * @param organisations the pairs of organisations that count
     */
    OrganisationOpenings(Crowd crowd, MeetingGraph organisations, EdgeColouring plan) {
        this.crowd = crowd;
        this.organisations = organisations;
        this.plan = plan;
        fresh = crowd.fresh();
        meetings = new int[organisations.people()][organisations.people()];
        for (int one = 0; one < crowd.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (plan.colour(one, other) >= 0) {
                    changed(one, other, true);
                }
            }
        }
    }

    /** How many pairs of organisations meet. */
    int made() {
        return made;
    }

    @Override
    public boolean open(int one, int other) {
        return fresh.has(one, other) && plan.colour(one, other) < 0 && counts(one, other) && meetings(one, other) == 0;
    }

    @Override
    public boolean yields(int partner, int leaving, int coming) {
        return !crowd.must[partner][leaving];
    }

    @Override
    public void changed(int one, int other, boolean added) {
        int mine = crowd.organisation[one];
        int theirs = crowd.organisation[other];
        if (counts(one, other) && meetings(one, other) == (added ? 0 : 1)) {
            made += added ? 1 : -1;
        }
        meetings[mine][theirs] += added ? 1 : -1;
        meetings[theirs][mine] = meetings[mine][theirs];
    }

    /**
     * What would bring people together that are wanted, while no organisations lose their only meeting:
     * a colleague may come instead.
     */
    AlternatingWalk.Openings ofPeople(MeetingGraph wanted) {
        OrganisationOpenings before = this;
        return new AlternatingWalk.Openings() {
            @Override
            public boolean open(int one, int other) {
                return wanted.has(one, other) && plan.colour(one, other) < 0;
            }

            @Override
            public boolean yields(int partner, int leaving, int coming) {
                boolean colleague = crowd.organisation[leaving] == crowd.organisation[coming];
                boolean only = counts(partner, leaving) && meetings(partner, leaving) == 1;
                return before.yields(partner, leaving, coming) && (colleague || !only);
            }

            @Override
            public void changed(int one, int other, boolean added) {
                before.changed(one, other, added);
            }
        };
    }

    private boolean counts(int one, int other) {
        return organisations.has(crowd.organisation[one], crowd.organisation[other]);
    }

    private int meetings(int one, int other) {
        return meetings[crowd.organisation[one]][crowd.organisation[other]];
    }
}
