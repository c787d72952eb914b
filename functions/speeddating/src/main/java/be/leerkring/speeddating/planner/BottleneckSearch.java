package be.leerkring.speeddating.planner;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Looks for the narrowest bottleneck in who may meet whom ({@link UpperBound.Bottleneck}).
 *
 * <p>The start is the minimum cut of the fractional problem, in which meetings can be halved: a flow
 * from every person to every other (Dinic 1970), whose cut says who is a hub and who a rim. Then
 * people change sides one by one as long as that narrows it.
 */
final class BottleneckSearch {

    private enum Side {
        HUB,
        RIM,
        CIRCLE
    }

    private static final int SMALL = 64;

    private final MeetingGraph graph;
    private final int rounds;

    BottleneckSearch(MeetingGraph graph, int rounds) {
        this.graph = graph;
        this.rounds = rounds;
    }

    /** The bound that needs no search: who has few to meet is a rim. */
    UpperBound.Bottleneck atOnce(IntFunction<String> id) {
        return bound(better(everyoneInCircles(), fewToMeet()), id);
    }

    /** The narrowest bottleneck that the search finds. */
    UpperBound.Bottleneck narrowest(IntFunction<String> id) {
        Side[] best = narrowed(better(everyoneInCircles(), fewToMeet()));
        best = better(best, narrowed(minimumCut()));
        return bound(best, id);
    }

    private Side[] everyoneInCircles() {
        Side[] sides = new Side[graph.people()];
        Arrays.fill(sides, Side.CIRCLE);
        return sides;
    }

    private Side[] fewToMeet() {
        Side[] sides = everyoneInCircles();
        for (int person = 0; person < sides.length; person++) {
            if (graph.degree(person) < rounds) {
                sides[person] = Side.RIM;
            }
        }
        return sides;
    }

    private Side[] minimumCut() {
        Dinic flow = new Dinic(graph, rounds);
        flow.run();
        Side[] sides = everyoneInCircles();
        for (int person = 0; person < sides.length; person++) {
            boolean meets = flow.reachesAsOne(person);
            boolean isMet = flow.reachesAsOther(person);
            if (!meets && isMet) {
                sides[person] = Side.HUB;
            } else if (meets && !isMet) {
                sides[person] = Side.RIM;
            }
        }
        return sides;
    }

    private Side[] narrowed(Side[] sides) {
        if (graph.people() > SMALL) {
            return sides;
        }
        int value = value(sides);
        for (boolean narrower = true; narrower;) {
            narrower = false;
            for (int person = 0; person < sides.length; person++) {
                Side was = sides[person];
                for (Side side : Side.values()) {
                    Side kept = sides[person];
                    sides[person] = side;
                    int other = value(sides);
                    if (other < value) {
                        value = other;
                        narrower = true;
                    } else {
                        sides[person] = kept;
                    }
                }
                narrower |= sides[person] != was;
            }
        }
        return sides;
    }

    private Side[] better(Side[] one, Side[] other) {
        return value(one) <= value(other) ? one : other;
    }

    private int value(Side[] sides) {
        int n = sides.length;
        boolean[] circle = new boolean[n];
        int value = 0;
        for (int person = 0; person < n; person++) {
            circle[person] = sides[person] == Side.CIRCLE;
            value += sides[person] == Side.HUB ? rounds : 0;
        }
        int[] component = graph.components(circle);
        int[] people = new int[n];
        int[] inside = new int[n];
        int[] outward = new int[n];
        for (int one = 0; one < n; one++) {
            if (circle[one]) {
                people[component[one]]++;
            }
            for (int other = 0; other < one; other++) {
                if (!graph.has(one, other) || sides[one] == Side.HUB || sides[other] == Side.HUB) {
                    continue;
                }
                if (circle[one] && circle[other]) {
                    inside[component[one]]++;
                } else if (circle[one] || circle[other]) {
                    outward[component[circle[one] ? one : other]]++;
                } else {
                    value++;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            int byPairs = inside[i] + outward[i];
            int bySeats = (people[i] * rounds + outward[i]) / 2;
            int byParity = people[i] / 2 * rounds + outward[i];
            value += Math.min(byPairs, Math.min(bySeats, byParity));
        }
        return value;
    }

    private UpperBound.Bottleneck bound(Side[] sides, IntFunction<String> id) {
        Set<String> hubs = new HashSet<>();
        Set<String> rims = new HashSet<>();
        for (int person = 0; person < sides.length; person++) {
            if (sides[person] == Side.HUB) {
                hubs.add(id.apply(person));
            } else if (sides[person] == Side.RIM) {
                rims.add(id.apply(person));
            }
        }
        return new UpperBound.Bottleneck(rounds, hubs, rims, value(sides));
    }
}
