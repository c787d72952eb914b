package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries all plans two by two for a few people: round after round, every matching that cannot be
 * extended, remembering for every set of pairs left that what was asked cannot be reached.
 */
final class ExhaustiveOracle {

    private final int people;
    private final int rounds;
    private final int tables;
    private final boolean[][] graph;
    private final int[][] edge;
    private final List<Map<Long, Integer>> notReached = new ArrayList<>();

    ExhaustiveOracle(Map<String, Set<String>> neighbours, int rounds, int tables) {
        List<String> ids = List.copyOf(neighbours.keySet());
        people = ids.size();
        this.rounds = rounds;
        this.tables = tables;
        graph = new boolean[people][people];
        edge = new int[people][people];
        int count = 0;
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < one; other++) {
                if (neighbours.get(ids.get(one)).contains(ids.get(other))) {
                    graph[one][other] = true;
                    graph[other][one] = true;
                    edge[one][other] = count;
                    edge[other][one] = count++;
                }
            }
        }
        if (count > 63) {
            throw new IllegalArgumentException(count + " pairs are too many to try");
        }
        for (int round = 0; round <= rounds; round++) {
            notReached.add(new HashMap<>());
        }
    }

    /** Whether some plan makes so many different meetings. */
    boolean canMake(int meetings) {
        long all = 0;
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < one; other++) {
                all |= graph[one][other] ? 1L << edge[one][other] : 0;
            }
        }
        return reach(all, rounds, meetings);
    }

    private boolean reach(long left, int roundsLeft, int wanted) {
        if (wanted <= 0) {
            return true;
        }
        if (wanted > atMost(left, roundsLeft)) {
            return false;
        }
        Integer failed = notReached.get(roundsLeft).get(left);
        if (failed != null && failed <= wanted) {
            return false;
        }
        if (match(left, left, roundsLeft, wanted, 0, 0, 0)) {
            return true;
        }
        notReached.get(roundsLeft).put(left, wanted);
        return false;
    }

    private int atMost(long left, int roundsLeft) {
        int sum = 0;
        for (int one = 0; one < people; one++) {
            int degree = 0;
            for (int other = 0; other < people; other++) {
                degree += graph[one][other] && (left >> edge[one][other] & 1) == 1 ? 1 : 0;
            }
            sum += Math.min(degree, roundsLeft);
        }
        int seats = roundsLeft * Math.min(tables, people / 2);
        return Math.min(seats, Math.min(Long.bitCount(left), sum / 2));
    }

    private boolean match(long before, long left, int roundsLeft, int wanted, int person, int busy, int pairs) {
        if (person == people || pairs == tables) {
            return (pairs == tables || isMaximal(before, busy)) && reach(left, roundsLeft - 1, wanted - pairs);
        }
        if ((busy >> person & 1) == 1) {
            return match(before, left, roundsLeft, wanted, person + 1, busy, pairs);
        }
        for (int other = person + 1; other < people; other++) {
            if (graph[person][other] && (busy >> other & 1) == 0 && (left >> edge[person][other] & 1) == 1) {
                long without = left & ~(1L << edge[person][other]);
                int both = busy | 1 << person | 1 << other;
                if (match(before, without, roundsLeft, wanted, person + 1, both, pairs + 1)) {
                    return true;
                }
            }
        }
        return match(before, left, roundsLeft, wanted, person + 1, busy, pairs);
    }

    private boolean isMaximal(long before, int busy) {
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < one; other++) {
                if ((busy >> one & 1) == 0
                        && (busy >> other & 1) == 0
                        && graph[one][other]
                        && (before >> edge[one][other] & 1) == 1) {
                    return false;
                }
            }
        }
        return true;
    }
}
