package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What anybody would try first: table after table, whoever is new to most there. It shares no code with the planner.
 */
final class NaiveGreedy {

    private final PlanRequest request;
    private final Set<Pair> met = new HashSet<>();

    private final boolean wishesFirst;

    private NaiveGreedy(PlanRequest request, boolean wishesFirst) {
        this.request = request;
        this.wishesFirst = wishesFirst;
    }

    /** The better of what comes out whether those who must meet are looked at before others, or not. */
    static EveryPlan.Reached reached(PlanRequest request) {
        EveryPlan.Reached one = new NaiveGreedy(request, true).fill();
        EveryPlan.Reached other = new NaiveGreedy(request, false).fill();
        return EveryPlan.Reached.by(request.aim()).compare(one, other) > 0 ? one : other;
    }

    private EveryPlan.Reached fill() {
        for (int round = 0; round < request.rounds(); round++) {
            fillRound();
        }
        return EveryPlan.Reached.of(request, met);
    }

    private void fillRound() {
        List<Guest> waiting = new ArrayList<>(request.participants());
        for (int number = 0; number < request.room().tables(); number++) {
            List<Guest> table = new ArrayList<>();
            while (table.size() < request.room().seats()) {
                Guest next = newest(table, waiting);
                if (next == null) {
                    break;
                }
                for (Guest other : table) {
                    met.add(new Pair(next.id(), other.id()));
                }
                table.add(next);
                waiting.remove(next);
            }
        }
    }

    private Guest newest(List<Guest> table, List<Guest> waiting) {
        Guest newest = null;
        long most = 0;
        for (Guest person : waiting) {
            boolean welcome = table.stream().allMatch(other -> mayMeet(person, other));
            long worth = (table.isEmpty() ? waiting : table).stream().mapToInt(other -> worth(person, other)).sum();
            if (welcome && worth > most) {
                most = worth;
                newest = person;
            }
        }
        return newest;
    }

    private int worth(Guest one, Guest other) {
        if (!mayMeet(one, other) || met.contains(new Pair(one.id(), other.id()))) {
            return 0;
        }
        Pair pair = new Pair(one.id(), other.id());
        boolean wished = wishesFirst && request.mustMeet().contains(pair);
        return (wished ? 1_000 : 0) + (request.earlier().containsKey(pair) ? 0 : 1);
    }

    private boolean mayMeet(Guest one, Guest other) {
        return !one.organisation().equals(other.organisation())
                && !(one.keepsTable() && other.keepsTable())
                && !request.mustNotMeet().contains(new Pair(one.id(), other.id()));
    }
}
