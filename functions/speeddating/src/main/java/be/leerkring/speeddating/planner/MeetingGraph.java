package be.leerkring.speeddating.planner;

import java.util.Arrays;

/** Who may meet whom, as a simple graph on the numbers 0 to n−1. */
final class MeetingGraph {

    private final boolean[][] adjacent;
    private final int[] degree;
    private int edges;

    MeetingGraph(int people) {
        adjacent = new boolean[people][people];
        degree = new int[people];
    }

    void add(int one, int other) {
        if (!adjacent[one][other]) {
            set(one, other, true);
        }
    }

    void remove(int one, int other) {
        if (adjacent[one][other]) {
            set(one, other, false);
        }
    }

    private void set(int one, int other, boolean present) {
        adjacent[one][other] = present;
        adjacent[other][one] = present;
        int change = present ? 1 : -1;
        degree[one] += change;
        degree[other] += change;
        edges += change;
    }

    boolean has(int one, int other) {
        return adjacent[one][other];
    }

    int people() {
        return degree.length;
    }

    int degree(int person) {
        return degree[person];
    }

    int edges() {
        return edges;
    }

    int maximumDegree() {
        return Arrays.stream(degree).max().orElse(0);
    }

    MeetingGraph copy() {
        MeetingGraph copy = new MeetingGraph(people());
        for (int one = 0; one < people(); one++) {
            copy.adjacent[one] = adjacent[one].clone();
            copy.degree[one] = degree[one];
        }
        copy.edges = edges;
        return copy;
    }

    /** The number of the component that each belongs to, among those who are in; −1 for the others. */
    int[] components(boolean[] in) {
        int[] component = new int[people()];
        Arrays.fill(component, -1);
        int[] stack = new int[people()];
        int found = 0;
        for (int start = 0; start < people(); start++) {
            if (!in[start] || component[start] >= 0) {
                continue;
            }
            int height = 0;
            stack[height++] = start;
            component[start] = found;
            while (height > 0) {
                int one = stack[--height];
                for (int other = 0; other < people(); other++) {
                    if (in[other] && adjacent[one][other] && component[other] < 0) {
                        component[other] = found;
                        stack[height++] = other;
                    }
                }
            }
            found++;
        }
        return component;
    }
}
