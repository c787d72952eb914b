package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes rounds of pairs to come, each by a matching of maximum weight: as many as possible sit
 * down, then as many as possible keep their partner, and then as many as possible are new to each
 * other. Nobody meets somebody whom the plan already brings them together with.
 */
final class PairReviser {

    private static final int SITS = 1 << 24;
    private static final int STAYS = 1 << 19;
    private static final int FIRST_MEETING = 1 << 14;

    private final Crowd crowd;
    private final MeetingGraph today;
    private final int[] satOut;

    /**
     * Prepares the change.
     *
     * @param today the meetings of the rounds that were
     * @param satOut how often each sat out in them
     */
    PairReviser(Crowd crowd, MeetingGraph today, int[] satOut) {
        this.crowd = crowd;
        this.today = today;
        this.satOut = satOut;
    }

    /** The pairs of each round, given the groups that were planned of those who are here. */
    List<List<int[]>> revise(List<List<int[]>> planned) {
        planned.forEach(round -> round.forEach(this::meet));
        List<List<int[]>> revised = new ArrayList<>();
        for (List<int[]> round : planned) {
            revised.add(reviseRound(round));
        }
        return revised;
    }

    private void meet(int[] group) {
        if (group.length == 2) {
            today.add(group[0], group[1]);
        }
    }

    private List<int[]> reviseRound(List<int[]> planned) {
        int n = crowd.size();
        int[][] weights = new int[n][n];
        for (int one = 0; one < n; one++) {
            for (int other = 0; other < one; other++) {
                if (!crowd.barred[one][other] && !today.has(one, other)) {
                    set(weights, one, other, weight(one, other));
                }
            }
        }
        for (int[] pair : planned) {
            if (pair.length == 2 && !crowd.barred[pair[0]][pair[1]]) {
                set(weights, pair[0], pair[1], weight(pair[0], pair[1]) + STAYS);
            }
        }
        List<int[]> pairs = heaviest(WeightedMatching.of(weights), weights);
        pairs.forEach(this::meet);
        boolean[] sits = new boolean[n];
        for (int[] pair : pairs) {
            sits[pair[0]] = true;
            sits[pair[1]] = true;
        }
        for (int person = 0; person < n; person++) {
            satOut[person] += sits[person] ? 0 : 1;
        }
        return pairs;
    }

    private int weight(int one, int other) {
        return SITS
                + (crowd.before[one][other] == 0 ? FIRST_MEETING : 0)
                + (crowd.must[one][other] ? 2 * FIRST_MEETING : 0)
                + 64 * Math.min(60, satOut[one] + satOut[other])
                + crowd.fit[one][other];
    }

    private static void set(int[][] weights, int one, int other, int weight) {
        weights[one][other] = weight;
        weights[other][one] = weight;
    }

    private List<int[]> heaviest(int[] partner, int[][] weights) {
        List<int[]> pairs = new ArrayList<>();
        for (int one = 0; one < partner.length; one++) {
            if (one < partner[one]) {
                pairs.add(new int[] {one, partner[one]});
            }
        }
        pairs.sort(Comparator.comparingInt(pair -> -weights[pair[0]][pair[1]]));
        return pairs.subList(0, Math.min(pairs.size(), crowd.request.room().tables()));
    }
}
