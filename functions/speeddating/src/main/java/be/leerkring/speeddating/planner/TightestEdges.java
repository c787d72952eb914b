package be.leerkring.speeddating.planner;

import java.util.Arrays;

/**
 * The dual side of a matching of maximum weight: a dual for every vertex and blossom, and for any two of
 * them their tightest edge, the one with least slack. Duals are doubled so that they stay whole numbers.
 *
 * <p>Vertices are 1 to n, blossoms come after them, and 0 is nobody.
 */
final class TightestEdges {

    private final int vertices;
    private final int[][] weight;
    private final int[][] endHere;
    private final int[][] endThere;
    private final long[] dual;

    /**
     * Starts with the edges of vertices, and duals at which none of them is too tight.
     *
     * @param weights symmetric; an edge has a weight above 0
     * @param nodes one more than there can be vertices and blossoms
     */
    TightestEdges(int[][] weights, int nodes) {
        vertices = weights.length;
        weight = new int[vertices + 1][vertices + 1];
        endHere = new int[nodes][nodes];
        endThere = new int[nodes][nodes];
        int heaviest = 0;
        for (int one = 1; one <= vertices; one++) {
            for (int other = 1; other <= vertices; other++) {
                weight[one][other] = one == other ? 0 : weights[one - 1][other - 1];
                heaviest = Math.max(heaviest, weight[one][other]);
                if (weight[one][other] > 0) {
                    endHere[one][other] = one;
                    endThere[one][other] = other;
                }
            }
        }
        dual = new long[nodes];
        Arrays.fill(dual, 1, vertices + 1, heaviest);
    }

    /** Whether two vertices are neighbours. */
    boolean isEdge(int one, int other) {
        return weight[one][other] > 0;
    }

    /** Whether any edge joins the two. */
    boolean join(int one, int other) {
        return endHere[one][other] != 0;
    }

    /** The end, in the first of the two, of their tightest edge. */
    int endIn(int one, int other) {
        return endHere[one][other];
    }

    /** The end, in the second of the two, of their tightest edge. */
    int endFrom(int one, int other) {
        return endThere[one][other];
    }

    /** By how much the duals of two vertices exceed the weight of their edge. */
    long slackOfEdge(int one, int other) {
        return dual[one] + dual[other] - 2L * weight[one][other];
    }

    /** By how much the duals exceed the weight of the tightest edge. */
    long slack(int one, int other) {
        int here = endHere[one][other];
        int there = endThere[one][other];
        return slackOfEdge(here, there);
    }

    long dual(int node) {
        return dual[node];
    }

    void raise(int node, long by) {
        dual[node] += by;
    }

    /** Gives a new blossom the tightest edges of its petals, and a dual of 0. */
    void contract(int blossom, int[] petals, int highest) {
        dual[blossom] = 0;
        for (int node = 1; node <= highest; node++) {
            endHere[blossom][node] = 0;
            endHere[node][blossom] = 0;
        }
        for (int petal : petals) {
            for (int node = 1; node <= highest; node++) {
                if (endHere[petal][node] != 0
                        && (endHere[blossom][node] == 0 || slack(petal, node) < slack(blossom, node))) {
                    endHere[blossom][node] = endHere[petal][node];
                    endThere[blossom][node] = endThere[petal][node];
                    endHere[node][blossom] = endThere[petal][node];
                    endThere[node][blossom] = endHere[petal][node];
                }
            }
        }
    }
}
