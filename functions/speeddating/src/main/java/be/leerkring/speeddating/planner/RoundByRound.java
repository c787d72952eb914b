package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Plans one round after the other, each by a matching of maximum weight: exact for one round, and for
 * several it looks ahead by preferring those who would run out of rounds before they run out of
 * people to meet.
 */
final class RoundByRound {

    private static final int MUST = 1 << 20;
    private static final int MEETING = 1 << 10;
    private static final int URGENT = 1 << 11;

    private final Crowd crowd;
    private final MeetingGraph open;
    private final int rounds;
    private final int tables;
    private final boolean inTurn;
    private final RandomGenerator random;

    /**
     * Prepares the planning of so many rounds.
     *
     * @param inTurn whether it is settled first who sits out, when not all can sit down
     */
    RoundByRound(Crowd crowd, MeetingGraph wanted, int rounds, int tables, boolean inTurn, RandomGenerator random) {
        this.crowd = crowd;
        this.rounds = rounds;
        this.tables = tables;
        this.inTurn = inTurn;
        this.random = random;
        open = wanted.copy();
    }

    EdgeColouring plan() {
        EdgeColouring plan = new EdgeColouring(crowd.size(), rounds);
        for (int round = 0; round < rounds; round++) {
            boolean[] seated = seated(plan, round);
            int left = rounds - round;
            int[][] weights = weights(seated, left);
            int[] partner = WeightedMatching.of(weights);
            for (int[] pair : heaviest(partner, weights)) {
                plan.put(pair[0], pair[1], round);
                open.remove(pair[0], pair[1]);
            }
        }
        return plan;
    }

    /** Those for whom there is a seat: who sat out least makes way. */
    private boolean[] seated(EdgeColouring plan, int round) {
        boolean[] seated = new boolean[crowd.size()];
        Arrays.fill(seated, true);
        int tooMany = crowd.size() - 2 * tables;
        if (!inTurn || tooMany <= 0) {
            return seated;
        }
        List<Integer> people = new ArrayList<>();
        int[] lot = new int[crowd.size()];
        for (int person = 0; person < crowd.size(); person++) {
            people.add(person);
            lot[person] = random.nextInt();
        }
        people.sort(Comparator.<Integer>comparingInt(person -> round - plan.degree(person))
                .thenComparingInt(open::degree)
                .thenComparingInt(person -> lot[person]));
        people.subList(0, tooMany).forEach(person -> seated[person] = false);
        return seated;
    }

    private int[][] weights(boolean[] seated, int left) {
        int n = crowd.size();
        int[] urgency = new int[n];
        for (int person = 0; person < n; person++) {
            int degree = open.degree(person);
            urgency[person] = degree >= left ? URGENT : 16 * degree / left;
        }
        int[][] weights = new int[n][n];
        for (int one = 0; one < n; one++) {
            for (int other = 0; other < one; other++) {
                if (seated[one] && seated[other] && open.has(one, other)) {
                    int weight = (crowd.before[one][other] == 0 ? MEETING : 0)
                            + urgency[one]
                            + urgency[other]
                            + 8 * crowd.fit[one][other]
                            + random.nextInt(4)
                            + (crowd.must[one][other] ? MUST : 0);
                    weights[one][other] = weight;
                    weights[other][one] = weight;
                }
            }
        }
        return weights;
    }

    private List<int[]> heaviest(int[] partner, int[][] weights) {
        List<int[]> pairs = new ArrayList<>();
        for (int one = 0; one < partner.length; one++) {
            if (one < partner[one]) {
                pairs.add(new int[] {one, partner[one]});
            }
        }
        pairs.sort(Comparator.comparingInt(pair -> -weights[pair[0]][pair[1]]));
        return pairs.subList(0, Math.min(tables, pairs.size()));
    }
}
