package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Plans rounds two by two, so that as many pairs of organisations as possible meet for the first
 * time, each through one pair of its people.
 *
 * <p>If every organisation has an even number of people, its meetings are directed along closed
 * trails, so that half of its people receive and half of them visit: what is left to do is to colour
 * the edges of a bipartite graph, which takes no more rounds than the busiest person has meetings
 * (Kőnig 1916; Hakimi and Kariv, A generalization of edge-coloring in graphs, 1986). In other cases
 * the same steps are taken as far as they go, and an alternating walk does the rest.
 */
final class OrganisationPlanner {

    /** Steps of the walk, for one person; a step costs more the more people there are. */
    private static final int STEPS = 1_000_000;

    private final Crowd crowd;
    private final MeetingGraph organisations;
    private final MeetingGraph fresh;
    private final RandomGenerator random;
    private final List<List<Integer>> members = new ArrayList<>();
    /** Every other member of an organisation visits, the others receive. */
    private final boolean[] visits;

    OrganisationPlanner(Crowd crowd, RandomGenerator random) {
        this.crowd = crowd;
        organisations = crowd.freshOrganisations();
        fresh = crowd.fresh();
        this.random = random;
        visits = new boolean[crowd.size()];
        crowd.organisations.forEach(one -> members.add(new ArrayList<>()));
        for (int person = 0; person < crowd.size(); person++) {
            List<Integer> colleagues = members.get(crowd.organisation[person]);
            visits[person] = colleagues.size() % 2 == 0;
            colleagues.add(person);
        }
    }

    /** One pair of people for every pair of organisations, in as few rounds as this method finds. */
    EdgeColouring tournament() {
        MeetingGraph pairs = delegates();
        return Tournament.of(pairs, random).rounds();
    }

    /**
     * Adds as many pairs of organisations as fit into the rounds, not counting who else could meet then.
     *
     * @param plan what is planned already; those who must meet stay
     * @param goal how many pairs of organisations are enough
     * @param haste by how much to shorten the walk
     */
    EdgeColouring added(EdgeColouring plan, int tables, int goal, int haste) {
        int most = plan.colours() * tables;
        OrganisationOpenings openings = new OrganisationOpenings(crowd, organisations, plan);
        MeetingGraph pairs = delegates();
        for (int one = 0; one < crowd.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (pairs.has(one, other)
                        && plan.size() < most
                        && openings.open(one, other)
                        && plan.insert(one, other)) {
                    openings.changed(one, other, true);
                }
            }
        }
        int beside = plan.size() - openings.made();
        int steps = STEPS / Math.max(1, crowd.size()) / haste;
        new AlternatingWalk(plan, openings, random).until(Math.min(goal + beside, most), steps);
        return new Equalisation(plan, tables).rounds();
    }

    /** Chooses who meets whom on behalf of their organisations, so that each has about as many meetings. */
    private MeetingGraph delegates() {
        boolean[][] directed = closedTrails();
        MeetingGraph pairs = new MeetingGraph(crowd.size());
        for (int one = 0; one < organisations.people(); one++) {
            for (int other = 0; other < one; other++) {
                if (organisations.has(one, other)) {
                    delegate(pairs, directed[one][other] ? one : other, directed[one][other] ? other : one);
                }
            }
        }
        return pairs;
    }

    private void delegate(MeetingGraph pairs, int visiting, int receiving) {
        int visitor = -1;
        int host = -1;
        int load = Integer.MAX_VALUE;
        for (int one : members.get(visiting)) {
            for (int other : members.get(receiving)) {
                if (fresh.has(one, other)) {
                    int wrongSides = (visits[one] ? 0 : 1) + (visits[other] ? 1 : 0);
                    int here = pairs.degree(one);
                    int there = pairs.degree(other);
                    int weighed = here * here + there * there + wrongSides * 10_000;
                    if (weighed < load) {
                        load = weighed;
                        visitor = one;
                        host = other;
                    }
                }
            }
        }
        pairs.add(visitor, host);
    }

    /** Directs every meeting of organisations: each visits as often as it receives, or once more or less. */
    private boolean[][] closedTrails() {
        int n = organisations.people();
        MeetingGraph left = organisations.copy();
        boolean[][] directed = new boolean[n][n];
        for (int pass = 0; pass < 2; pass++) {
            for (int start = 0; start < n; start++) {
                // Trails from odd organisations first: they end in odd ones, and the rest closes.
                while (left.degree(start) > 0 && (pass == 1 || left.degree(start) % 2 == 1)) {
                    trail(left, directed, start);
                }
            }
        }
        return directed;
    }

    private static void trail(MeetingGraph left, boolean[][] directed, int start) {
        int at = start;
        while (left.degree(at) > 0) {
            int to = 0;
            while (!left.has(at, to)) {
                to++;
            }
            left.remove(at, to);
            directed[at][to] = true;
            at = to;
        }
    }
}
