package be.leerkring.speeddating.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.jgrapht.alg.interfaces.MatchingAlgorithm.Matching;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;

class WeightedMatchingTest {

    @Test
    void isAsHeavyAsThatOfTheOracle() {
        Random random = new Random(2017);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 1_500; i++) {
                int[][] weights = weights(random, 2 + random.nextInt(19), random.nextDouble(), 1 + random.nextInt(12));
                assertThat(weight(weights, WeightedMatching.of(weights))).isEqualTo(oracle(weights));
            }
        });
    }

    @Test
    void isAsHeavyAsThatOfTheOracleForHundreds() {
        Random random = new Random(18);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 4; i++) {
                int[][] weights = weights(random, 150, 0.05 + 0.3 * i, 20);
                assertThat(weight(weights, WeightedMatching.of(weights))).isEqualTo(oracle(weights));
            }
        });
    }

    private static int[][] weights(Random random, int people, double density, int heaviest) {
        int[][] weights = new int[people][people];
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < one; other++) {
                if (random.nextDouble() < density) {
                    weights[one][other] = 1 + random.nextInt(heaviest);
                    weights[other][one] = weights[one][other];
                }
            }
        }
        return weights;
    }

    private static int weight(int[][] weights, int[] partner) {
        int weight = 0;
        for (int one = 0; one < partner.length; one++) {
            if (partner[one] >= 0) {
                assertThat(partner[partner[one]]).isEqualTo(one);
                assertThat(weights[one][partner[one]]).isPositive();
                weight += one < partner[one] ? weights[one][partner[one]] : 0;
            }
        }
        return weight;
    }

    private static int oracle(int[][] weights) {
        // The oracle adds vertices of its own, which must not be ours.
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(
                SupplierUtil.createIntegerSupplier(10_000), SupplierUtil.createDefaultWeightedEdgeSupplier());
        for (int one = 0; one < weights.length; one++) {
            graph.addVertex(one);
            for (int other = 0; other < one; other++) {
                if (weights[one][other] > 0) {
                    graph.setEdgeWeight(graph.addEdge(one, other), weights[one][other]);
                }
            }
        }
        Matching<Integer, DefaultWeightedEdge> matching = new KolmogorovWeightedMatching<>(graph,
                ObjectiveSense.MAXIMIZE).getMatching();
        return (int) Math.round(matching.getWeight());
    }
}
