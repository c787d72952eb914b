package be.leerkring.speeddating.plan;

import be.leerkring.speeddating.planner.Pair;
import java.util.Map;
import java.util.Set;

/**
 * Who met whom in earlier sessions.
 *
 * @param people how often pairs of people met, by their keys as participants of the session that is planned
 * @param organisations the pairs of organisations that met, by the network's own ids
 */
public record History(Map<Pair, Integer> people, Set<Pair> organisations) {

    /** Before anybody met. */
    public static final History NONE = new History(Map.of(), Set.of());

    public History {
        people = Map.copyOf(people);
        organisations = Set.copyOf(organisations);
    }
}
