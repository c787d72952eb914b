package be.leerkring.speeddating.map;

import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.network.organisation.Organisation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where organisations stand on the map. It follows from all sessions and not from the one that is shown, so that nobody
 * changes place from one session to the next, and two maps of one network can be compared.
 */
final class Places {

    /** More could not be told apart. */
    static final int MOST_LINES = 2_000;

    /** More dots than these would touch each other. */
    private static final int MOST_ON_A_CIRCLE = 100;

    private final int pairs;
    private final Map<String, Integer> met = new HashMap<>();

    /** Of those who met, or stay in touch, at whichever session. */
    Places(Set<Acquaintance> ever) {
        this.pairs = ever.size();
        ever.forEach(pair -> {
            met.merge(pair.one(), 1, Integer::sum);
            met.merge(pair.other(), 1, Integer::sum);
        });
    }

    /** Whether so many have room on a circle. */
    boolean areOnACircle(int organisations) {
        return organisations <= MOST_ON_A_CIRCLE && pairs <= MOST_LINES;
    }

    /** From the middle of a disc outwards: who met most first, and otherwise in this order. */
    List<Organisation> outwards(List<Organisation> order) {
        return order.stream()
                .sorted(Comparator.comparing(one -> -met.getOrDefault(one.id(), 0)))
                .toList();
    }
}
