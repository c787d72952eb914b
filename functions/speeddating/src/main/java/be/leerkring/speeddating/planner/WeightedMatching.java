package be.leerkring.speeddating.planner;

import java.util.Arrays;

/**
 * A matching of maximum weight in a general graph: Edmonds' blossom method (Paths, trees, and
 * flowers, 1965) with the primal and dual bookkeeping of Galil (Efficient algorithms for finding
 * maximum matching in graphs, 1986), in O(n³) on a matrix of weights.
 *
 * <p>A forest grows along edges without slack until it closes an augmenting path; where it is stuck,
 * the duals change so that another edge loses its slack.
 */
final class WeightedMatching {

    private final int vertices;
    private final TightestEdges edges;
    private final Blossoms blossoms;
    private final AlternatingForest forest;
    /** For each node, the outer vertex to which it has least slack, or 0. */
    private final int[] slackest;

    private WeightedMatching(int[][] weights) {
        vertices = weights.length;
        int nodes = vertices + vertices / 2 + 2;
        edges = new TightestEdges(weights, nodes);
        blossoms = new Blossoms(vertices, nodes, edges);
        forest = new AlternatingForest(vertices, nodes, blossoms, edges);
        slackest = new int[nodes];
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
            partner[vertex - 1] = matching.blossoms.mate(vertex) - 1;
        }
        return partner;
    }

    /** Searches one augmenting path from all that are unmatched at once. */
    private boolean grow() {
        Arrays.fill(slackest, 1, blossoms.highest() + 1, 0);
        if (!forest.plant()) {
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
            for (int blossom = vertices + 1; blossom <= blossoms.highest(); blossom++) {
                if (blossoms.isOutermost(blossom) && forest.isInner(blossom) && edges.dual(blossom) == 0) {
                    expand(blossom);
                }
            }
        }
    }

    private boolean scanQueue() {
        for (int from = forest.next(); from != 0; from = forest.next()) {
            if (forest.isInner(blossoms.outermost(from))) {
                continue;
            }
            for (int to = 1; to <= vertices; to++) {
                if (edges.isEdge(from, to) && blossoms.outermost(from) != blossoms.outermost(to)) {
                    if (edges.slackOfEdge(from, to) == 0) {
                        if (reach(from, to)) {
                            return true;
                        }
                    } else {
                        offerSlack(from, blossoms.outermost(to));
                    }
                }
            }
        }
        return false;
    }

    /** Follows a tight edge from an outer vertex; true when it closed an augmenting path. */
    private boolean reach(int from, int to) {
        int here = blossoms.outermost(from);
        int there = blossoms.outermost(to);
        if (!forest.isReached(there)) {
            int next = forest.reach(there, from);
            slackest[there] = 0;
            slackest[next] = 0;
        } else if (forest.isOuter(there)) {
            int base = forest.commonAncestor(here, there);
            if (base == 0) {
                forest.augment(here, there);
                forest.augment(there, here);
                return true;
            }
            findSlackest(forest.contract(here, base, there));
        }
        return false;
    }

    /** Lowers and raises the duals by as much as keeps them feasible; false when the search is over. */
    private boolean adjustDuals() {
        long step = largestStep();
        for (int vertex = 1; vertex <= vertices; vertex++) {
            if (forest.isOuter(blossoms.outermost(vertex))) {
                if (edges.dual(vertex) <= step) {
                    return false;
                }
                edges.raise(vertex, -step);
            } else if (forest.isInner(blossoms.outermost(vertex))) {
                edges.raise(vertex, step);
            }
        }
        for (int blossom = vertices + 1; blossom <= blossoms.highest(); blossom++) {
            if (blossoms.isOutermost(blossom) && forest.isReached(blossom)) {
                edges.raise(blossom, forest.isOuter(blossom) ? 2 * step : -2 * step);
            }
        }
        return true;
    }

    private long largestStep() {
        long step = Long.MAX_VALUE;
        for (int node = 1; node <= blossoms.highest(); node++) {
            if (!blossoms.isOutermost(node)) {
                continue;
            }
            if (blossoms.isBlossom(node) && forest.isInner(node)) {
                step = Math.min(step, edges.dual(node) / 2);
            }
            if (slackest[node] != 0 && !forest.isInner(node)) {
                long slack = edges.slack(slackest[node], node);
                step = Math.min(step, forest.isOuter(node) ? slack / 2 : slack);
            }
        }
        return step;
    }

    private boolean scanTightened() {
        forest.clearQueue();
        for (int node = 1; node <= blossoms.highest(); node++) {
            int from = slackest[node];
            if (blossoms.isOutermost(node)
                    && from != 0
                    && blossoms.outermost(from) != node
                    && edges.slack(from, node) == 0
                    && reach(edges.endIn(from, node), edges.endFrom(from, node))) {
                return true;
            }
        }
        return false;
    }

    private void expand(int blossom) {
        forest.expand(blossom);
        for (int petal : blossoms.petals(blossom)) {
            slackest[petal] = 0;
            if (!forest.isInner(petal)) {
                findSlackest(petal);
            }
        }
    }

    private void offerSlack(int from, int node) {
        if (slackest[node] == 0 || edges.slack(from, node) < edges.slack(slackest[node], node)) {
            slackest[node] = from;
        }
    }

    private void findSlackest(int node) {
        slackest[node] = 0;
        for (int vertex = 1; vertex <= vertices; vertex++) {
            if (edges.join(vertex, node)
                    && blossoms.outermost(vertex) != node
                    && forest.isOuter(blossoms.outermost(vertex))) {
                offerSlack(vertex, node);
            }
        }
    }
}
