package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries every plan of a handful of people, at tables of any size: all ways to fill a round, and after
 * each round all sets of pairs that can have met. It shares no code with the planner.
 */
final class EveryPlan {

    static final int MOST_PEOPLE = 6;

    /** What a plan brings together, in the order in which it counts. */
    record Reached(int wishes, int organisations, int people) {

        static Comparator<Reached> by(Aim aim) {
            Comparator<Reached> wishesFirst = Comparator.comparingInt(Reached::wishes);
            return (aim == Aim.ORGANISATIONS ? wishesFirst.thenComparingInt(Reached::organisations) : wishesFirst)
                    .thenComparingInt(Reached::people);
        }

        /** What it comes to when these pairs meet. */
        static Reached of(PlanRequest request, Set<Pair> met) {
            Map<String, String> organisation = new HashMap<>();
            request.participants().forEach(one -> organisation.put(one.id(), one.organisation()));
            Set<Pair> wishes = new HashSet<>(request.mustMeet());
            wishes.retainAll(met);
            Set<Pair> organisations = organisations(organisation, met);
            organisations.removeAll(organisations(organisation, request.earlier().keySet()));
            organisations.removeAll(request.organisationsMet());
            Set<Pair> fresh = new HashSet<>(met);
            fresh.removeAll(request.earlier().keySet());
            return new Reached(wishes.size(), organisations.size(), fresh.size());
        }

        private static Set<Pair> organisations(Map<String, String> organisation, Set<Pair> people) {
            Set<Pair> organisations = new HashSet<>();
            for (Pair pair : people) {
                String one = organisation.get(pair.one());
                String other = organisation.get(pair.other());
                if (one != null && other != null && !one.equals(other)) {
                    organisations.add(new Pair(one, other));
                }
            }
            return organisations;
        }
    }

    private final PlanRequest request;
    private final List<Guest> people;
    private final boolean[] reached;
    private final Set<Integer> fillings = new HashSet<>();

    EveryPlan(PlanRequest request) {
        this.request = request;
        people = request.participants();
        if (people.size() > MOST_PEOPLE) {
            throw new IllegalArgumentException(people.size() + " people are too many to try every plan");
        }
        fill(0, new ArrayList<>(), 0);
        fillings.removeIf(one -> fillings.stream().anyMatch(other -> !one.equals(other) && (one & other) == one));
        boolean[] met = new boolean[1 << people.size() * (people.size() - 1) / 2];
        met[0] = true;
        for (int round = 0; round < request.rounds(); round++) {
            met = afterOneMore(met);
        }
        reached = met;
    }

    private boolean[] afterOneMore(boolean[] met) {
        boolean[] after = met.clone();
        for (int pairs = 0; pairs < met.length; pairs++) {
            for (int filling : met[pairs] ? fillings : Set.<Integer>of()) {
                after[pairs | filling] = true;
            }
        }
        return after;
    }

    /** Puts each person after the other at a table with others, at a new one, or nowhere. */
    private void fill(int person, List<List<Integer>> tables, int met) {
        if (person == people.size()) {
            fillings.add(met);
            return;
        }
        fill(person + 1, tables, met);
        for (List<Integer> table : List.copyOf(tables)) {
            if (table.size() < request.room().seats() && table.stream().allMatch(other -> mayMeet(person, other))) {
                int more = met;
                for (int other : table) {
                    more |= bit(person, other);
                }
                table.add(person);
                fill(person + 1, tables, more);
                table.removeLast();
            }
        }
        if (tables.size() < request.room().tables()) {
            tables.add(new ArrayList<>(List.of(person)));
            fill(person + 1, tables, met);
            tables.removeLast();
        }
    }

    private static int bit(int later, int earlier) {
        return 1 << later * (later - 1) / 2 + earlier;
    }

    private boolean mayMeet(int one, int other) {
        return !people.get(one).organisation().equals(people.get(other).organisation())
                && !(people.get(one).keepsTable() && people.get(other).keepsTable())
                && !request.mustNotMeet().contains(pair(one, other));
    }

    private Pair pair(int one, int other) {
        return new Pair(people.get(one).id(), people.get(other).id());
    }

    /** The most that a plan brings together. */
    Reached best() {
        return best(Reached.by(request.aim()));
    }

    /** The most in an order of one's own. */
    Reached best(Comparator<Reached> order) {
        int wishes = 0;
        int fresh = 0;
        Set<Pair> organisationsMet = new HashSet<>(request.organisationsMet());
        Map<Pair, Integer> organisations = new HashMap<>();
        for (int one = 0; one < people.size(); one++) {
            for (int other = 0; other < one; other++) {
                String mine = people.get(one).organisation();
                String theirs = people.get(other).organisation();
                boolean metBefore = request.earlier().containsKey(pair(one, other));
                wishes |= request.mustMeet().contains(pair(one, other)) ? bit(one, other) : 0;
                fresh |= metBefore ? 0 : bit(one, other);
                if (!mine.equals(theirs)) {
                    organisations.merge(new Pair(mine, theirs), bit(one, other), (a, b) -> a | b);
                    if (metBefore) {
                        organisationsMet.add(new Pair(mine, theirs));
                    }
                }
            }
        }
        organisations.keySet().removeAll(organisationsMet);
        int[] ofOrganisations = organisations.values().stream().mapToInt(bits -> bits).toArray();
        Reached best = new Reached(0, 0, 0);
        for (int met = 0; met < reached.length; met++) {
            if (reached[met]) {
                int together = 0;
                for (int pairs : ofOrganisations) {
                    together += (pairs & met) != 0 ? 1 : 0;
                }
                Reached found = new Reached(Integer.bitCount(met & wishes), together, Integer.bitCount(met & fresh));
                best = order.compare(found, best) > 0 ? found : best;
            }
        }
        return best;
    }
}
