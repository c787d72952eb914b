package be.leerkring.speeddating.planner;

import java.util.Arrays;

/**
 * A maximum flow in which everybody appears twice, as the one who meets and as the one who is met,
 * with as many units as there are rounds, and one unit for each pair that may meet (Dinic 1970).
 */
final class Dinic {

    private final MeetingGraph graph;
    private final int n;
    private final boolean[][] flows;
    private final int[] meets;
    private final int[] isMet;
    private final int[] level;
    private final int[] next;

    Dinic(MeetingGraph graph, int rounds) {
        this.graph = graph;
        n = graph.people();
        flows = new boolean[n][n];
        meets = new int[n];
        isMet = new int[n];
        Arrays.fill(meets, rounds);
        Arrays.fill(isMet, rounds);
        level = new int[2 * n];
        next = new int[2 * n];
    }

    void run() {
        while (levels()) {
            Arrays.fill(next, 0);
            for (int person = 0; person < n; person++) {
                while (meets[person] > 0 && push(person)) {
                    meets[person]--;
                }
            }
        }
    }

    /** Whether somebody, as the one who meets, is on the source's side of the minimum cut. */
    boolean reachesAsOne(int person) {
        return level[person] >= 0;
    }

    /** Whether somebody, as the one who is met, is on the source's side of the minimum cut. */
    boolean reachesAsOther(int person) {
        return level[n + person] >= 0;
    }

    private boolean levels() {
        Arrays.fill(level, -1);
        int[] queue = new int[2 * n];
        int head = 0;
        int tail = 0;
        for (int person = 0; person < n; person++) {
            if (meets[person] > 0) {
                level[person] = 0;
                queue[tail++] = person;
            }
        }
        boolean reached = false;
        while (head < tail) {
            int at = queue[head++];
            reached |= at >= n && isMet[at - n] > 0;
            for (int other = 0; other < n; other++) {
                int to = at < n ? n + other : other;
                if (level[to] < 0 && residual(at, other)) {
                    level[to] = level[at] + 1;
                    queue[tail++] = to;
                }
            }
        }
        return reached;
    }

    private boolean residual(int at, int other) {
        return at < n ? graph.has(at, other) && !flows[at][other] : flows[other][at - n];
    }

    private boolean push(int at) {
        if (at >= n && isMet[at - n] > 0) {
            isMet[at - n]--;
            return true;
        }
        for (; next[at] < n; next[at]++) {
            int other = next[at];
            int to = at < n ? n + other : other;
            if (level[to] == level[at] + 1 && residual(at, other) && push(to)) {
                if (at < n) {
                    flows[at][other] = true;
                } else {
                    flows[other][at - n] = false;
                }
                return true;
            }
        }
        return false;
    }
}
