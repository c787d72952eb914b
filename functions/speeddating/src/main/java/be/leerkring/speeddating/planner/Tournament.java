package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * Everybody meets everybody they may, two by two, in as few rounds as we can.
 *
 * <p>The fewest rounds are the chromatic index of the graph of pairs: its largest degree D, or D + 1
 * (Vizing 1964). Which of the two is hard to tell (Holyer 1981); D + 1 always works (Misra and Gries
 * 1992), and D is tried by the circle method where the network is uniform, and by an alternating
 * walk where it is not.
 *
 * @param rounds a round per colour, with every pair in it
 */
record Tournament(EdgeColouring rounds) {

    private static final int STEPS = 3_000;

    static Tournament of(MeetingGraph graph, RandomGenerator random) {
        int degree = graph.maximumDegree();
        EdgeColouring uniform = uniform(graph);
        if (uniform != null && uniform.colours() <= degree) {
            return new Tournament(uniform);
        }
        if (lowerBound(graph, person -> "" + person).value() <= degree) {
            EdgeColouring tight = new EdgeColouring(graph.people(), degree);
            tight.insertAll(graph);
            MeetingGraph none = new MeetingGraph(graph.people());
            new AlternatingWalk(tight, AlternatingWalk.pairs(graph, none, tight), random)
                    .until(graph.edges(), STEPS);
            if (tight.size() == graph.edges()) {
                return new Tournament(tight);
            }
        }
        if (uniform != null && uniform.colours() == degree + 1) {
            return new Tournament(uniform);
        }
        EdgeColouring rounds = new EdgeColouring(graph.people(), degree + 1);
        rounds.insertAll(graph);
        return new Tournament(rounds);
    }

    /** Why fewer rounds cannot do, whatever the tables: the busiest, or an odd group. */
    static LowerBound lowerBound(MeetingGraph graph, IntFunction<String> id) {
        int busiest = -1;
        for (int person = 0; person < graph.people(); person++) {
            if (busiest < 0 || graph.degree(person) > graph.degree(busiest)) {
                busiest = person;
            }
        }
        if (busiest < 0 || graph.degree(busiest) == 0) {
            return new LowerBound.NobodyLeft();
        }
        LowerBound best = new LowerBound.Busiest(id.apply(busiest), graph.degree(busiest), 1);
        boolean[] all = new boolean[graph.people()];
        Arrays.fill(all, true);
        int[] component = graph.components(all);
        for (int i = 0; i < graph.people(); i++) {
            LowerBound.OddGroup group = group(graph, component, i, id);
            if (group.people().size() % 2 == 1 && group.people().size() > 1 && group.value() > best.value()) {
                best = group;
            }
        }
        return best;
    }

    private static LowerBound.OddGroup group(MeetingGraph graph, int[] component, int number, IntFunction<String> id) {
        Set<String> people = new HashSet<>();
        int degrees = 0;
        for (int person = 0; person < component.length; person++) {
            if (component[person] == number) {
                people.add(id.apply(person));
                degrees += graph.degree(person);
            }
        }
        return new LowerBound.OddGroup(people, degrees / 2);
    }

    /** The circle method's rounds, if all who may not meet form groups of one size. */
    private static EdgeColouring uniform(MeetingGraph graph) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        int people = graph.people();
        for (int person = 0; person < people; person++) {
            int first = 0;
            while (first != person && graph.has(person, first)) {
                first++;
            }
            groups.computeIfAbsent(first, key -> new ArrayList<>()).add(person);
        }
        if (groups.size() < 2) {
            return null;
        }
        int size = people / groups.size();
        if (graph.edges() != people * (people - size) / 2) {
            return null;
        }
        int[][] players = new int[groups.size()][];
        int next = 0;
        for (List<Integer> group : groups.values()) {
            if (group.size() != size) {
                return null;
            }
            players[next++] = group.stream().mapToInt(person -> person).toArray();
        }
        for (int[] group : players) {
            for (int one : group) {
                for (int other : group) {
                    if (graph.has(one, other)) {
                        return null;
                    }
                }
            }
        }
        return CircleMethod.rounds(players);
    }
}
