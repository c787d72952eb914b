package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fills tables greedily, round after round, until all have met: a number of rounds that certainly do.
 * A table begins with a pair that has not met, so every round brings somebody together, and goes on
 * with whoever is new to most at it.
 */
final class GreedyCover {

    private final Crowd crowd;
    private final MeetingGraph left;
    private final int[] group;

    /**
     * Prepares the filling.
     *
     * @param open the pairs that are to meet, of people or of organisations
     * @param group the number that each person has there
     */
    GreedyCover(Crowd crowd, MeetingGraph open, int[] group) {
        this.crowd = crowd;
        this.group = group;
        left = open.copy();
    }

    /** So many rounds do, or the most that is of interest. */
    int rounds(int most) {
        int rounds = 0;
        while (left.edges() > 0 && rounds < most) {
            round();
            rounds++;
        }
        return rounds;
    }

    /** The groups of one more round: everybody who is new to somebody else there. */
    List<int[]> round() {
        List<int[]> groups = new ArrayList<>();
        boolean[] seated = new boolean[crowd.size()];
        boolean[] homeTaken = new boolean[crowd.request.room().tables()];
        int homes = (int) Arrays.stream(crowd.home).filter(home -> home >= 0).distinct().count();
        int others = crowd.request.room().tables() - homes;
        for (int[] pair = bestPair(seated, homeTaken, others); pair != null;) {
            List<Integer> table = new ArrayList<>(List.of(pair[0], pair[1]));
            seated[pair[0]] = true;
            seated[pair[1]] = true;
            while (table.size() < crowd.request.room().seats()) {
                int next = newest(table, seated);
                if (next < 0) {
                    break;
                }
                table.add(next);
                seated[next] = true;
            }
            int home = table.stream().mapToInt(person -> crowd.home[person]).max().orElse(-1);
            if (home >= 0) {
                homeTaken[home] = true;
            } else {
                others--;
            }
            meet(table);
            groups.add(table.stream().mapToInt(person -> person).toArray());
            pair = bestPair(seated, homeTaken, others);
        }
        return groups;
    }

    /** Two who are to meet, have a table, and have as many as possible to meet. */
    private int[] bestPair(boolean[] seated, boolean[] homeTaken, int others) {
        int[] best = null;
        int most = -1;
        for (int one = 0; one < seated.length; one++) {
            for (int other = 0; other < one; other++) {
                int home = Math.max(crowd.home[one], crowd.home[other]);
                boolean hasTable = home >= 0 ? !homeTaken[home] : others > 0;
                int worth = left.degree(group[one]) + left.degree(group[other]);
                if (!seated[one]
                        && !seated[other]
                        && hasTable
                        && worth > most
                        && !crowd.barred[one][other]
                        && left.has(group[one], group[other])) {
                    most = worth;
                    best = new int[] {one, other};
                }
            }
        }
        return best;
    }

    private int newest(List<Integer> table, boolean[] seated) {
        int best = -1;
        int most = 0;
        for (int person = 0; person < seated.length; person++) {
            if (seated[person] || crowd.home[person] >= 0) {
                continue;
            }
            int worth = 0;
            for (int other : table) {
                if (crowd.barred[person][other]) {
                    worth = Integer.MIN_VALUE / 2;
                }
                worth += left.has(group[person], group[other]) ? 1 : 0;
            }
            if (worth > most) {
                most = worth;
                best = person;
            }
        }
        return best;
    }

    private void meet(List<Integer> table) {
        for (int one : table) {
            for (int other : table) {
                if (group[one] != group[other]) {
                    left.remove(group[one], group[other]);
                }
            }
        }
    }
}
