package be.leerkring.speeddating.planner;

import java.util.Arrays;

/**
 * A matching of maximum weight in a general graph: Edmonds' blossom method (Paths, trees, and
 * flowers, 1965) with the primal and dual bookkeeping of Galil (Efficient algorithms for finding
 * maximum matching in graphs, 1986), in O(n³) on a matrix of weights.
 *
 * <p>Vertices are 1 to n, blossoms come after them, and 0 is nobody. Duals are doubled so that they
 * stay whole numbers.
 */
final class WeightedMatching {

    private static final int OUTER = 0;
    private static final int INNER = 1;
    private static final int UNREACHED = -1;

    private final int vertices;
    private final int[][] weight;
    /** For two vertices or blossoms: the end in the first, and in the second, of their tightest edge. */
    private final int[][] endHere;
    private final int[][] endThere;

    private final long[] dual;
    private final int[] mate;
    private final int[] slackest;
    private final int[] blossomOf;
    private final int[] parent;
    private final int[] label;
    private final int[] visited;
    private final int[][] petals;
    private final int[][] petalWith;
    private final int[] queue;
    private int queueHead;
    private int queueTail;
    private int highest;
    private int visit;

    private WeightedMatching(int[][] weights) {
        vertices = weights.length;
        int nodes = vertices + vertices / 2 + 2;
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
        mate = new int[nodes];
        slackest = new int[nodes];
        blossomOf = new int[nodes];
        parent = new int[nodes];
        label = new int[nodes];
        visited = new int[nodes];
        petals = new int[nodes][];
        petalWith = new int[nodes][vertices + 1];
        queue = new int[vertices + 1];
        for (int vertex = 1; vertex <= vertices; vertex++) {
            blossomOf[vertex] = vertex;
            petalWith[vertex][vertex] = vertex;
        }
        highest = vertices;
    }

    /**
     * A matching of maximum weight.
     *
     * @param weights symmetric; an edge has a weight above 0, what is not an edge has 0
     * @return for each vertex its partner, or −1
     */
    static int[] of(int[][] weights) {
        WeightedMatching matching = new WeightedMatching(weights);
        while (matching.grow()) {
            // Every call that succeeds adds one edge to the matching.
        }
        int[] partner = new int[weights.length];
        for (int vertex = 1; vertex <= matching.vertices; vertex++) {
            partner[vertex - 1] = matching.mate[vertex] - 1;
        }
        return partner;
    }

    /** Searches one augmenting path from all that are unmatched at once. */
    private boolean grow() {
        Arrays.fill(label, 1, highest + 1, UNREACHED);
        Arrays.fill(slackest, 1, highest + 1, 0);
        queueHead = 0;
        queueTail = 0;
        for (int node = 1; node <= highest; node++) {
            if (blossomOf[node] == node && mate[node] == 0) {
                parent[node] = 0;
                label[node] = OUTER;
                enqueue(node);
            }
        }
        if (queueTail == 0) {
            return false;
        }
        while (true) {
            if (scanQueue()) {
                return true;
            }
            if (!adjustDuals()) {
                return false;
            }
            if (scanTightened()) {
                return true;
            }
            for (int blossom = vertices + 1; blossom <= highest; blossom++) {
                if (blossomOf[blossom] == blossom && label[blossom] == INNER && dual[blossom] == 0) {
                    expand(blossom);
                }
            }
        }
    }

    private boolean scanQueue() {
        while (queueHead < queueTail) {
            int from = queue[queueHead++];
            if (label[blossomOf[from]] == INNER) {
                continue;
            }
            for (int to = 1; to <= vertices; to++) {
                if (weight[from][to] > 0 && blossomOf[from] != blossomOf[to]) {
                    if (slack(from, to) == 0) {
                        if (reach(from, to)) {
                            return true;
                        }
                    } else {
                        offerSlack(from, blossomOf[to]);
                    }
                }
            }
        }
        return false;
    }

    /** Lowers and raises the duals by as much as keeps them feasible; false when the search is over. */
    private boolean adjustDuals() {
        long step = Long.MAX_VALUE;
        for (int node = 1; node <= highest; node++) {
            if (blossomOf[node] != node) {
                continue;
            }
            if (node > vertices && label[node] == INNER) {
                step = Math.min(step, dual[node] / 2);
            }
            if (slackest[node] != 0 && label[node] != INNER) {
                long slack = slack(slackest[node], node);
                step = Math.min(step, label[node] == OUTER ? slack / 2 : slack);
            }
        }
        for (int vertex = 1; vertex <= vertices; vertex++) {
            if (label[blossomOf[vertex]] == OUTER) {
                if (dual[vertex] <= step) {
                    return false;
                }
                dual[vertex] -= step;
            } else if (label[blossomOf[vertex]] == INNER) {
                dual[vertex] += step;
            }
        }
        for (int blossom = vertices + 1; blossom <= highest; blossom++) {
            if (blossomOf[blossom] == blossom && label[blossom] != UNREACHED) {
                dual[blossom] += label[blossom] == OUTER ? 2 * step : -2 * step;
            }
        }
        return true;
    }

    private boolean scanTightened() {
        queueHead = 0;
        queueTail = 0;
        for (int node = 1; node <= highest; node++) {
            if (blossomOf[node] == node
                    && slackest[node] != 0
                    && blossomOf[slackest[node]] != node
                    && slack(slackest[node], node) == 0
                    && reach(endHere[slackest[node]][node], endThere[slackest[node]][node])) {
                return true;
            }
        }
        return false;
    }

    /** Follows a tight edge from an outer vertex; true when it closed an augmenting path. */
    private boolean reach(int from, int to) {
        int here = blossomOf[from];
        int there = blossomOf[to];
        if (label[there] == UNREACHED) {
            parent[there] = from;
            label[there] = INNER;
            int next = blossomOf[mate[there]];
            slackest[there] = 0;
            slackest[next] = 0;
            label[next] = OUTER;
            enqueue(next);
        } else if (label[there] == OUTER) {
            int base = commonAncestor(here, there);
            if (base == 0) {
                augment(here, there);
                augment(there, here);
                return true;
            }
            contract(here, base, there);
        }
        return false;
    }

    private int commonAncestor(int one, int other) {
        visit++;
        while (one != 0 || other != 0) {
            if (one != 0) {
                if (visited[one] == visit) {
                    return one;
                }
                visited[one] = visit;
                one = blossomOf[mate[one]];
                if (one != 0) {
                    one = blossomOf[parent[one]];
                }
            }
            int swap = one;
            one = other;
            other = swap;
        }
        return 0;
    }

    private void augment(int node, int to) {
        while (true) {
            int next = blossomOf[mate[node]];
            match(node, to);
            if (next == 0) {
                return;
            }
            int above = blossomOf[parent[next]];
            match(next, above);
            node = above;
            to = next;
        }
    }

    /** Matches a node along its edge to another, and turns the blossoms inside it accordingly. */
    private void match(int node, int to) {
        mate[node] = endThere[node][to];
        if (node > vertices) {
            int petal = petalWith[node][endHere[node][to]];
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

    private void contract(int one, int base, int other) {
        int blossom = vertices + 1;
        while (blossom <= highest && blossomOf[blossom] != 0) {
            blossom++;
        }
        highest = Math.max(highest, blossom);
        dual[blossom] = 0;
        label[blossom] = OUTER;
        mate[blossom] = mate[base];
        petals[blossom] = ring(one, base, other);
        setBlossom(blossom, blossom);
        for (int node = 1; node <= highest; node++) {
            endHere[blossom][node] = 0;
            endHere[node][blossom] = 0;
        }
        Arrays.fill(petalWith[blossom], 0);
        for (int petal : petals[blossom]) {
            for (int node = 1; node <= highest; node++) {
                if (endHere[petal][node] != 0
                        && (endHere[blossom][node] == 0 || slack(petal, node) < slack(blossom, node))) {
                    endHere[blossom][node] = endHere[petal][node];
                    endThere[blossom][node] = endThere[petal][node];
                    endHere[node][blossom] = endThere[petal][node];
                    endThere[node][blossom] = endHere[petal][node];
                }
            }
            for (int vertex = 1; vertex <= vertices; vertex++) {
                if (petalWith[petal][vertex] != 0) {
                    petalWith[blossom][vertex] = petal;
                }
            }
        }
        findSlackest(blossom);
    }

    /** The odd circle that the two branches close, from the base along the one and back along the other. */
    private int[] ring(int one, int base, int other) {
        int[] ring = new int[vertices + 1];
        int length = 0;
        ring[length++] = base;
        for (int node = one; node != base;) {
            int below = blossomOf[mate[node]];
            ring[length++] = node;
            ring[length++] = below;
            enqueue(below);
            node = blossomOf[parent[below]];
        }
        for (int i = 1, j = length - 1; i < j; i++, j--) {
            int swap = ring[i];
            ring[i] = ring[j];
            ring[j] = swap;
        }
        for (int node = other; node != base;) {
            int below = blossomOf[mate[node]];
            ring[length++] = node;
            ring[length++] = below;
            enqueue(below);
            node = blossomOf[parent[below]];
        }
        return Arrays.copyOf(ring, length);
    }

    private void expand(int blossom) {
        int[] ring = petals[blossom];
        for (int petal : ring) {
            setBlossom(petal, petal);
        }
        int entry = petalWith[blossom][endHere[blossom][parent[blossom]]];
        int position = evenPosition(blossom, entry);
        for (int i = 0; i < position; i += 2) {
            int inner = ring[i];
            int outer = ring[i + 1];
            parent[inner] = endHere[outer][inner];
            label[inner] = INNER;
            label[outer] = OUTER;
            slackest[inner] = 0;
            findSlackest(outer);
            enqueue(outer);
        }
        label[entry] = INNER;
        parent[entry] = parent[blossom];
        for (int i = position + 1; i < ring.length; i++) {
            label[ring[i]] = UNREACHED;
            findSlackest(ring[i]);
        }
        blossomOf[blossom] = 0;
    }

    private void setBlossom(int node, int blossom) {
        blossomOf[node] = blossom;
        if (node > vertices) {
            for (int petal : petals[node]) {
                setBlossom(petal, blossom);
            }
        }
    }

    private void enqueue(int node) {
        if (node <= vertices) {
            if (queueTail == queue.length) {
                System.arraycopy(queue, queueHead, queue, 0, queueTail - queueHead);
                queueTail -= queueHead;
                queueHead = 0;
            }
            queue[queueTail++] = node;
        } else {
            for (int petal : petals[node]) {
                enqueue(petal);
            }
        }
    }

    private long slack(int one, int other) {
        int here = endHere[one][other];
        int there = endThere[one][other];
        return dual[here] + dual[there] - 2L * weight[here][there];
    }

    private void offerSlack(int from, int node) {
        if (slackest[node] == 0 || slack(from, node) < slack(slackest[node], node)) {
            slackest[node] = from;
        }
    }

    private void findSlackest(int node) {
        slackest[node] = 0;
        for (int vertex = 1; vertex <= vertices; vertex++) {
            if (endHere[vertex][node] != 0 && blossomOf[vertex] != node && label[blossomOf[vertex]] == OUTER) {
                offerSlack(vertex, node);
            }
        }
    }
}
