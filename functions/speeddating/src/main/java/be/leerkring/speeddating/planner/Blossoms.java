package be.leerkring.speeddating.planner;

import java.util.Arrays;

/**
 * The primal side of a matching of maximum weight: who is matched with whom, and the blossoms, odd
 * circles that are treated as one vertex and may lie in each other.
 *
 * <p>A blossom's petals stand in a ring, of which the first is the base: the one that is matched to the
 * outside, or not at all, while the others are matched two by two.
 */
final class Blossoms {

    private final int vertices;
    private final TightestEdges edges;
    private final int[] mate;
    private final int[] outermost;
    private final int[][] petals;
    /** For each blossom and vertex, the petal in which the vertex lies, or 0. */
    private final int[][] petalWith;
    private int highest;

    Blossoms(int vertices, int nodes, TightestEdges edges) {
        this.vertices = vertices;
        this.edges = edges;
        mate = new int[nodes];
        outermost = new int[nodes];
        petals = new int[nodes][];
        petalWith = new int[nodes][vertices + 1];
        for (int vertex = 1; vertex <= vertices; vertex++) {
            outermost[vertex] = vertex;
            petalWith[vertex][vertex] = vertex;
        }
        highest = vertices;
    }

    /** The highest number that a blossom has, or a vertex. */
    int highest() {
        return highest;
    }

    /** The vertex to which somebody is matched, or 0. */
    int mate(int node) {
        return mate[node];
    }

    /** The largest blossom around a node, which may be the node itself. */
    int outermost(int node) {
        return outermost[node];
    }

    boolean isOutermost(int node) {
        return outermost[node] == node;
    }

    boolean isBlossom(int node) {
        return node > vertices;
    }

    int[] petals(int blossom) {
        return petals[blossom];
    }

    /** Matches a node along its tightest edge to another, and turns the blossoms inside it accordingly. */
    void match(int node, int to) {
        mate[node] = edges.endFrom(node, to);
        if (isBlossom(node)) {
            int petal = petalWith[node][edges.endIn(node, to)];
            int position = evenPosition(node, petal);
            int[] ring = petals[node];
            for (int i = 0; i < position; i++) {
                match(ring[i], ring[i ^ 1]);
            }
            match(petal, to);
            int[] turned = new int[ring.length];
            for (int i = 0; i < ring.length; i++) {
                turned[i] = ring[(i + position) % ring.length];
            }
            petals[node] = turned;
        }
    }

    /** The petal's place in the ring, which is reversed first when that makes the place even. */
    private int evenPosition(int blossom, int petal) {
        int[] ring = petals[blossom];
        int position = 0;
        while (ring[position] != petal) {
            position++;
        }
        if (position % 2 == 0) {
            return position;
        }
        for (int i = 1, j = ring.length - 1; i < j; i++, j--) {
            int swap = ring[i];
            ring[i] = ring[j];
            ring[j] = swap;
        }
        return ring.length - position;
    }

    /** Makes a blossom of a ring of outermost nodes, and returns its number. */
    int contract(int[] ring) {
        int blossom = vertices + 1;
        while (blossom <= highest && outermost[blossom] != 0) {
            blossom++;
        }
        highest = Math.max(highest, blossom);
        mate[blossom] = mate[ring[0]];
        petals[blossom] = ring;
        surround(blossom, blossom);
        edges.contract(blossom, ring, highest);
        Arrays.fill(petalWith[blossom], 0);
        for (int petal : ring) {
            for (int vertex = 1; vertex <= vertices; vertex++) {
                if (petalWith[petal][vertex] != 0) {
                    petalWith[blossom][vertex] = petal;
                }
            }
        }
        return blossom;
    }

    /**
     * Dissolves an outermost blossom into its petals.
     *
     * @param entry a vertex in it
     * @return the place in the ring of the petal with that vertex; an even number of steps from the base
     */
    int expand(int blossom, int entry) {
        for (int petal : petals[blossom]) {
            surround(petal, petal);
        }
        outermost[blossom] = 0;
        return evenPosition(blossom, petalWith[blossom][entry]);
    }

    private void surround(int node, int blossom) {
        outermost[node] = blossom;
        if (isBlossom(node)) {
            for (int petal : petals[node]) {
                surround(petal, blossom);
            }
        }
    }
}
