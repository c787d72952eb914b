package be.leerkring.speeddating.planner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks a plan and its certificate from the request alone. It shares no code with the planner: it
 * works on names and sets, and recomputes every number from its definition.
 */
final class PlanChecker {

    private final PlanRequest request;
    private final Plan plan;
    private final Map<String, String> organisationOf = new TreeMap<>();
    private final Set<String> keepTable = new HashSet<>();
    private final Set<Pair> metBefore = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private PlanChecker(PlanRequest request, Plan plan) {
        this.request = request;
        this.plan = plan;
        for (Guest guest : request.participants()) {
            organisationOf.put(guest.id(), guest.organisation());
            if (guest.keepsTable()) {
                keepTable.add(guest.id());
            }
        }
        request.earlier().forEach((pair, times) -> {
            if (times > 0) {
                metBefore.add(pair);
            }
        });
    }

    /** What is wrong with the plan; empty if nothing is. */
    static List<String> problems(PlanRequest request, Plan plan) {
        PlanChecker checker = new PlanChecker(request, plan);
        int done = plan.certificate().firstRound();
        checker.expect(plan.rounds().size() == request.rounds(), "number of rounds");
        for (Round round : plan.rounds().subList(done, plan.rounds().size())) {
            checker.checkRound(round);
        }
        checker.checkKeptTables(plan.rounds().subList(done, plan.rounds().size()));
        for (Round round : plan.rounds().subList(0, done)) {
            round.tables().forEach(table -> checker.metBefore.addAll(pairs(table)));
        }
        checker.checkCounts(plan.rounds().subList(done, plan.rounds().size()));
        checker.checkBounds(request.rounds() - done);
        return checker.problems;
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            problems.add(what);
        }
    }

    private void checkRound(Round round) {
        Set<String> seen = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (Table table : round.tables()) {
            expect(table.number() >= 1 && table.number() <= request.room().tables(), "table number " + table);
            expect(numbers.add(table.number()), "table used twice " + table);
            expect(table.people().size() >= 2 && table.people().size() <= request.room().seats(), "size " + table);
            table.people().forEach(id -> expect(organisationOf.containsKey(id) && seen.add(id), "who is " + id));
            for (Pair pair : pairs(table)) {
                expect(!organisationOf.get(pair.one()).equals(organisationOf.get(pair.other())), "same " + pair);
                expect(!request.mustNotMeet().contains(pair), "must not meet " + pair);
            }
        }
        round.sittingOut().forEach(id -> expect(organisationOf.containsKey(id) && seen.add(id), "out and in " + id));
        expect(seen.size() == organisationOf.size(), "somebody is missing");
    }

    private void checkKeptTables(List<Round> rounds) {
        Map<String, Integer> kept = new HashMap<>();
        for (Round round : rounds) {
            for (Table table : round.tables()) {
                for (String id : table.people()) {
                    if (keepTable.contains(id)) {
                        Integer before = kept.putIfAbsent(id, table.number());
                        expect(before == null || before == table.number(), id + " changed tables");
                    }
                }
            }
        }
    }

    private static Set<Pair> pairs(Table table) {
        Set<Pair> pairs = new HashSet<>();
        for (String one : table.people()) {
            for (String other : table.people()) {
                if (!one.equals(other)) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
        return pairs;
    }

    private void checkCounts(List<Round> rounds) {
        Set<Pair> met = new HashSet<>();
        Set<Pair> organisationsMet = new HashSet<>();
        int repeats = 0;
        int made = 0;
        for (Round round : rounds) {
            for (Table table : round.tables()) {
                for (Pair pair : pairs(table)) {
                    boolean again = !met.add(pair) || metBefore.contains(pair);
                    repeats += again ? 1 : 0;
                    made += again ? 0 : 1;
                    if (!organisationOf.get(pair.one()).equals(organisationOf.get(pair.other()))) {
                        organisationsMet.add(organisations(pair));
                    }
                }
            }
        }
        Certificate certificate = plan.certificate();
        expect(made == certificate.people().made(), "made " + made);
        expect(repeats == certificate.repeats(), "repeats " + repeats);
        Set<Pair> fresh = freshOrganisations();
        organisationsMet.retainAll(fresh);
        expect(organisationsMet.size() == certificate.organisations().made(), "organisations made");
        Set<Pair> unmet = freshPairs();
        unmet.removeAll(met);
        expect(new ArrayList<>(new TreeSet<>(unmet)).equals(certificate.unmet()), "unmet");
        Set<Pair> wishes = new TreeSet<>(request.mustMeet());
        wishes.removeIf(pair -> !organisationOf.containsKey(pair.one()) || !organisationOf.containsKey(pair.other()));
        wishes.removeAll(met);
        expect(new ArrayList<>(wishes).equals(certificate.mustMeetUnmet()), "must meet unmet " + wishes);
        for (String id : organisationOf.keySet()) {
            long out = plan.rounds().stream().filter(round -> round.sittingOut().contains(id)).count();
            expect(certificate.sittingOut().get(id) == out, id + " sits out " + out);
        }
    }

    private Pair organisations(Pair people) {
        return new Pair(organisationOf.get(people.one()), organisationOf.get(people.other()));
    }

    /** Pairs that may share a table at all. Two who keep different tables never do. */
    private Set<Pair> allowedPairs() {
        Set<Pair> allowed = new TreeSet<>();
        for (String one : organisationOf.keySet()) {
            for (String other : organisationOf.keySet()) {
                if (one.compareTo(other) < 0
                        && !organisationOf.get(one).equals(organisationOf.get(other))
                        && !request.mustNotMeet().contains(new Pair(one, other))
                        && !(keepTable.contains(one) && keepTable.contains(other))) {
                    allowed.add(new Pair(one, other));
                }
            }
        }
        return allowed;
    }

    private Set<Pair> freshPairs() {
        Set<Pair> fresh = allowedPairs();
        fresh.removeAll(metBefore);
        return fresh;
    }

    private Set<Pair> freshOrganisations() {
        Set<Pair> fresh = new HashSet<>();
        allowedPairs().forEach(pair -> fresh.add(organisations(pair)));
        for (Pair pair : metBefore) {
            String one = organisationOf.get(pair.one());
            String other = organisationOf.get(pair.other());
            if (one != null && other != null && !one.equals(other)) {
                fresh.remove(new Pair(one, other));
            }
        }
        fresh.removeAll(request.organisationsMet());
        return fresh;
    }

    private void checkBounds(int rounds) {
        Certificate certificate = plan.certificate();
        Map<String, Set<String>> people = neighbours(organisationOf.keySet(), freshPairs());
        Set<String> names = new HashSet<>(organisationOf.values());
        Map<String, Set<String>> organisations = neighbours(names, freshOrganisations());
        Map<String, Integer> delegations = new HashMap<>();
        organisationOf.values().forEach(one -> delegations.merge(one, 1, Integer::sum));
        Map<String, Integer> single = new HashMap<>();
        organisationOf.keySet().forEach(one -> single.put(one, 1));
        check(certificate.people(), people, single, rounds);
        check(certificate.organisations(), organisations, delegations, rounds);
    }

    private static Map<String, Set<String>> neighbours(Set<String> ids, Set<Pair> pairs) {
        Map<String, Set<String>> neighbours = new HashMap<>();
        ids.forEach(id -> neighbours.put(id, new HashSet<>()));
        for (Pair pair : pairs) {
            neighbours.get(pair.one()).add(pair.other());
            neighbours.get(pair.other()).add(pair.one());
        }
        return neighbours;
    }

    private static int edges(Map<String, Set<String>> graph) {
        return graph.values().stream().mapToInt(Set::size).sum() / 2;
    }

    private void check(Tally tally, Map<String, Set<String>> graph, Map<String, Integer> people, int rounds) {
        expect(tally.gap() >= 0, "more made than possible: " + tally);
        expect(tally.noPlanCanDoBetter() == (tally.made() == tally.bound().value()), "claim of " + tally);
        int seats = Math.max(2, Math.min(request.room().seats(), new HashSet<>(organisationOf.values()).size()));
        int inARound = mostPairs(organisationOf.size(), request.room().tables(), seats);
        switch (tally.bound()) {
            case UpperBound.EveryPair(int pairs) -> expect(pairs == edges(graph), "every pair " + pairs);
            case UpperBound.Seats(int r, int most) ->
                expect(r == rounds && most >= inARound, "seats for " + most + " and not " + inARound);
            case UpperBound.Partners(int r, int each, int sum) -> {
                int most = graph.entrySet().stream()
                        .mapToInt(one -> {
                            int everyRound = rounds * (seats - 1) * people.get(one.getKey());
                            return Math.min(one.getValue().size(), everyRound);
                        })
                        .sum();
                expect(r == rounds && each == seats - 1 && sum == most, "partners " + sum + " and not " + most);
            }
            case UpperBound.Bottleneck bottleneck -> {
                expect(seats == 2 && bottleneck.rounds() == rounds, "bottleneck at tables");
                expect(bottleneck.value() == throughBottleneck(graph, bottleneck), "bottleneck " + bottleneck);
            }
            case UpperBound.ThirtySixOfficers officers -> {
                expect(graph.size() == 36 && request.room().seats() == 6, "not the thirty-six officers");
                expect(officers.rounds() == rounds && rounds >= 4, "officers in " + officers.rounds());
                expect(tally.bound().value() == 90 * rounds - 2 * (rounds - 3), "officers meeting " + officers.value());
            }
            case UpperBound.Exhausted(int value) -> {
                ExhaustiveOracle oracle = new ExhaustiveOracle(graph, rounds, request.room().tables());
                expect(!oracle.canMake(value + 1), "exhausted " + value);
            }
        }
        FewestRounds fewest = tally.fewestRounds();
        expect(fewest.lower() == fewest.reason().value() && fewest.lower() <= fewest.upper(), "fewest " + fewest);
        switch (fewest.reason()) {
            case LowerBound.NobodyLeft nobody -> expect(edges(graph) == 0, "somebody is left");
            case LowerBound.Busiest(String who, int others, int most) ->
                expect(others == graph.get(who).size() && most == people.get(who) * (seats - 1), "busiest " + who);
            case LowerBound.Capacity(int pairs, int most) ->
                expect(pairs == edges(graph) && most >= inARound, "capacity " + most);
            case LowerBound.OddGroup(Set<String> group, int pairs) -> {
                long inside = group.stream()
                        .mapToLong(one -> graph.get(one).stream().filter(group::contains).count())
                        .sum();
                expect(seats == 2 && group.size() % 2 == 1 && 2L * pairs == inside, "odd group " + group);
            }
        }
        if (tally.made() == edges(graph)) {
            expect(fewest.lower() <= rounds, "all met sooner than possible");
        }
    }

    /** By trying all numbers of full tables: the most pairs that can share a table in a round. */
    private static int mostPairs(int people, int tables, int seats) {
        int[][] most = new int[tables + 1][people + 1];
        for (int table = 1; table <= tables; table++) {
            for (int count = 0; count <= people; count++) {
                for (int here = 0; here <= Math.min(seats, count); here++) {
                    most[table][count] = Math.max(most[table][count],
                            most[table - 1][count - here] + here * (here - 1) / 2);
                }
            }
        }
        return most[tables][people];
    }

    private static int throughBottleneck(Map<String, Set<String>> graph, UpperBound.Bottleneck bottleneck) {
        Set<String> hubs = bottleneck.hubs();
        Set<String> rims = bottleneck.rims();
        int rounds = bottleneck.rounds();
        int value = rounds * hubs.size();
        int amongRims = 0;
        for (String rim : rims) {
            if (hubs.contains(rim)) {
                return Integer.MAX_VALUE;
            }
            amongRims += (int) graph.get(rim).stream().filter(rims::contains).count();
        }
        value += amongRims / 2;
        Set<String> left = new HashSet<>(graph.keySet());
        left.removeAll(hubs);
        left.removeAll(rims);
        while (!left.isEmpty()) {
            Set<String> circle = new HashSet<>();
            Deque<String> next = new ArrayDeque<>(List.of(left.iterator().next()));
            while (!next.isEmpty()) {
                String one = next.remove();
                if (left.remove(one)) {
                    circle.add(one);
                    graph.get(one).stream().filter(left::contains).forEach(next::add);
                }
            }
            int inside = 0;
            int outward = 0;
            for (String one : circle) {
                inside += (int) graph.get(one).stream().filter(circle::contains).count();
                outward += (int) graph.get(one).stream().filter(rims::contains).count();
            }
            int byPairs = inside / 2 + outward;
            int bySeats = (circle.size() * rounds + outward) / 2;
            int byParity = circle.size() / 2 * rounds + outward;
            value += Math.min(byPairs, Math.min(bySeats, byParity));
        }
        return value;
    }
}
