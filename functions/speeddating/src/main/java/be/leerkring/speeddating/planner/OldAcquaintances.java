package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings those together who would sit out: first those who never met, then those who met least, and
 * before others those who sat out more. Nobody meets the same person twice in a plan.
 */
final class OldAcquaintances {

    private static final int FIRST_MEETING = 1 << 20;
    private static final int MEETING = 1 << 14;

    private final Crowd crowd;
    private final EdgeColouring plan;
    private final int tables;

    OldAcquaintances(Crowd crowd, EdgeColouring plan) {
        this.crowd = crowd;
        this.plan = plan;
        tables = Math.min(crowd.request.room().tables(), crowd.size() / 2);
    }

    void meet() {
        for (int round = 0; round < plan.colours(); round++) {
            int[] idle = idle(round);
            if (idle.length > 1 && plan.classSize(round) < tables) {
                meet(round, idle);
            }
        }
    }

    private int[] idle(int round) {
        int[] idle = new int[crowd.size() - 2 * plan.classSize(round)];
        int count = 0;
        for (int person = 0; person < crowd.size(); person++) {
            if (plan.free(round, person)) {
                idle[count++] = person;
            }
        }
        return idle;
    }

    private void meet(int round, int[] idle) {
        int[][] weights = new int[idle.length][idle.length];
        boolean any = false;
        for (int i = 0; i < idle.length; i++) {
            for (int j = 0; j < i; j++) {
                weights[i][j] = weight(idle[i], idle[j]);
                weights[j][i] = weights[i][j];
                any |= weights[i][j] > 0;
            }
        }
        if (!any) {
            return;
        }
        int[] partner = WeightedMatching.of(weights);
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < idle.length; i++) {
            if (i < partner[i]) {
                pairs.add(new int[] {i, partner[i]});
            }
        }
        pairs.sort(Comparator.comparingInt(pair -> -weights[pair[0]][pair[1]]));
        for (int[] pair : pairs) {
            if (plan.classSize(round) < tables) {
                plan.put(idle[pair[0]], idle[pair[1]], round);
            }
        }
    }

    private int weight(int one, int other) {
        if (crowd.barred[one][other] || plan.colour(one, other) >= 0) {
            return 0;
        }
        int satOut = 2 * plan.colours() - plan.degree(one) - plan.degree(other);
        int times = crowd.before[one][other];
        return MEETING
                + (times == 0 ? FIRST_MEETING : 0)
                + 128 * Math.min(60, satOut)
                + 8 * (8 - Math.min(8, times))
                + crowd.fit[one][other];
    }
}
