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

    private NaiveGreedy(PlanRequest request) {
        this.request = request;
    }

    /** How many people meet for the first time. */
    static int meetings(PlanRequest request) {
        NaiveGreedy greedy = new NaiveGreedy(request);
        for (int round = 0; round < request.rounds(); round++) {
            greedy.fillRound();
        }
        greedy.met.removeAll(request.earlier().keySet());
        return greedy.met.size();
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
            long worth = (table.isEmpty() ? waiting : table).stream().filter(other -> areNew(person, other)).count();
            if (welcome && worth > most) {
                most = worth;
                newest = person;
            }
        }
        return newest;
    }

    private boolean areNew(Guest one, Guest other) {
        return mayMeet(one, other)
                && !met.contains(new Pair(one.id(), other.id()))
                && !request.earlier().containsKey(new Pair(one.id(), other.id()));
    }

    private boolean mayMeet(Guest one, Guest other) {
        return !one.organisation().equals(other.organisation())
                && !(one.keepsTable() && other.keepsTable())
                && !request.mustNotMeet().contains(new Pair(one.id(), other.id()));
    }
}
