package be.leerkring.speeddating.planner;

import java.util.Arrays;

/**
 * The alternating trees from all vertices that are unmatched: from an outer node an edge outside the
 * matching leads to an inner one, and from there an edge of the matching to an outer one again.
 */
final class AlternatingForest {

    private static final int OUTER = 0;
    private static final int INNER = 1;
    private static final int UNREACHED = -1;

    private final Blossoms blossoms;
    private final TightestEdges edges;
    private final int vertices;
    private final int[] label;
    /** For each inner node, the vertex from which it was reached. */
    private final int[] parent;
    private final int[] visited;
    /** Outer vertices whose edges are still to be looked at. */
    private final int[] queue;
    private int queueHead;
    private int queueTail;
    private int visit;

    AlternatingForest(int vertices, int nodes, Blossoms blossoms, TightestEdges edges) {
        this.vertices = vertices;
        this.blossoms = blossoms;
        this.edges = edges;
        label = new int[nodes];
        parent = new int[nodes];
        visited = new int[nodes];
        queue = new int[vertices + 1];
    }

    /** Plants a tree at everybody who is unmatched; tells whether anybody is. */
    boolean plant() {
        Arrays.fill(label, 1, blossoms.highest() + 1, UNREACHED);
        clearQueue();
        for (int node = 1; node <= blossoms.highest(); node++) {
            if (blossoms.isOutermost(node) && blossoms.mate(node) == 0) {
                parent[node] = 0;
                label[node] = OUTER;
                enqueue(node);
            }
        }
        return queueTail > 0;
    }

    void clearQueue() {
        queueHead = 0;
        queueTail = 0;
    }

    /** The next outer vertex to look at, or 0. */
    int next() {
        return queueHead < queueTail ? queue[queueHead++] : 0;
    }

    private void enqueue(int node) {
        if (blossoms.isBlossom(node)) {
            for (int petal : blossoms.petals(node)) {
                enqueue(petal);
            }
            return;
        }
        if (queueTail == queue.length) {
            System.arraycopy(queue, queueHead, queue, 0, queueTail - queueHead);
            queueTail -= queueHead;
            queueHead = 0;
        }
        queue[queueTail++] = node;
    }

    boolean isOuter(int node) {
        return label[node] == OUTER;
    }

    boolean isInner(int node) {
        return label[node] == INNER;
    }

    boolean isReached(int node) {
        return label[node] != UNREACHED;
    }

    /** Reaches a matched node from a vertex; returns the node to which it is matched, which is outer now. */
    int reach(int node, int from) {
        parent[node] = from;
        label[node] = INNER;
        int next = blossoms.outermost(blossoms.mate(node));
        label[next] = OUTER;
        enqueue(next);
        return next;
    }

    /** The outer node at which the branches of two outer nodes part, or 0 if they belong to two trees. */
    int commonAncestor(int one, int other) {
        visit++;
        while (one != 0 || other != 0) {
            if (one != 0) {
                if (visited[one] == visit) {
                    return one;
                }
                visited[one] = visit;
                one = blossoms.outermost(blossoms.mate(one));
                if (one != 0) {
                    one = blossoms.outermost(parent[one]);
                }
            }
            int swap = one;
            one = other;
            other = swap;
        }
        return 0;
    }

    /** Exchanges what is matched and what is not from an outer node to its root, and matches it otherwise. */
    void augment(int node, int to) {
        while (true) {
            int next = blossoms.outermost(blossoms.mate(node));
            blossoms.match(node, to);
            if (next == 0) {
                return;
            }
            int above = blossoms.outermost(parent[next]);
            blossoms.match(next, above);
            node = above;
            to = next;
        }
    }

    /** Makes a blossom of the odd circle that two branches close; returns its number. */
    int contract(int one, int base, int other) {
        int blossom = blossoms.contract(ring(one, base, other));
        label[blossom] = OUTER;
        return blossom;
    }

    /** From the base along the one branch, and back along the other. */
    private int[] ring(int one, int base, int other) {
        int[] ring = new int[vertices + 1];
        ring[0] = base;
        int length = branch(ring, 1, one, base);
        for (int i = 1, j = length - 1; i < j; i++, j--) {
            int swap = ring[i];
            ring[i] = ring[j];
            ring[j] = swap;
        }
        return Arrays.copyOf(ring, branch(ring, length, other, base));
    }

    private int branch(int[] ring, int length, int from, int base) {
        for (int node = from; node != base;) {
            int below = blossoms.outermost(blossoms.mate(node));
            ring[length++] = node;
            ring[length++] = below;
            enqueue(below);
            node = blossoms.outermost(parent[below]);
        }
        return length;
    }

    /** Dissolves an inner blossom: its petals from where it was reached to its base stay in the tree. */
    void expand(int blossom) {
        int position = blossoms.expand(blossom, edges.endIn(blossom, parent[blossom]));
        int[] ring = blossoms.petals(blossom);
        for (int i = 0; i < position; i += 2) {
            parent[ring[i]] = edges.endIn(ring[i + 1], ring[i]);
            label[ring[i]] = INNER;
            label[ring[i + 1]] = OUTER;
            enqueue(ring[i + 1]);
        }
        label[ring[position]] = INNER;
        parent[ring[position]] = parent[blossom];
        for (int i = position + 1; i < ring.length; i++) {
            label[ring[i]] = UNREACHED;
        }
    }
}
