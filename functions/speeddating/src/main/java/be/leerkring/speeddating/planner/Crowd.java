package be.leerkring.speeddating.planner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request in numbers: people are 0 to n−1, and so are organisations and tables. */
final class Crowd {

    final PlanRequest request;
    final List<Guest> people;
    final List<String> organisations;
    final int[] organisation;
    /** Who never shares a table: one organisation, a wish, or two tables that are kept. */
    final boolean[][] barred;
    /** How often two people met before. */
    final int[][] before;
    final int[][] fit;
    final boolean[][] must;
    /** The table that somebody keeps, or −1. */
    final int[] home;

    private final Map<String, Integer> number = new HashMap<>();

    Crowd(PlanRequest request) {
        this(request, Map.of());
    }

    /** With tables that people kept in the rounds that were. */
    Crowd(PlanRequest request, Map<String, Integer> homes) {
        this.request = request;
        people = request.participants();
        int n = people.size();
        Map<String, Integer> organisationNumbers = new TreeMap<>();
        people.forEach(one -> organisationNumbers.put(one.organisation(), 0));
        organisations = List.copyOf(organisationNumbers.keySet());
        for (int i = 0; i < organisations.size(); i++) {
            organisationNumbers.put(organisations.get(i), i);
        }
        organisation = new int[n];
        for (int i = 0; i < n; i++) {
            number.put(people.get(i).id(), i);
            organisation[i] = organisationNumbers.get(people.get(i).organisation());
        }
        home = homes(homes);
        barred = new boolean[n][n];
        before = new int[n][n];
        fit = new int[n][n];
        must = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                barred[i][j] = i == j || organisation[i] == organisation[j] || keepsThemApart(i, j);
                fit[i][j] = i == j ? 0 : Math.min(7, people.get(i).fitWith(people.get(j)));
            }
        }
        request.mustNotMeet().forEach(pair -> mark(barred, pair));
        request.mustMeet().forEach(pair -> mark(must, pair));
        request.earlier().forEach((pair, times) -> {
            if (present(pair)) {
                before[number.get(pair.one())][number.get(pair.other())] = times;
                before[number.get(pair.other())][number.get(pair.one())] = times;
            }
        });
    }

    private int[] homes(Map<String, Integer> given) {
        int tables = request.room().tables();
        int[] homes = new int[people.size()];
        int[] taken = new int[tables];
        for (int i = 0; i < homes.length; i++) {
            Integer kept = people.get(i).keepsTable() ? given.get(people.get(i).id()) : null;
            homes[i] = kept == null || kept >= tables ? -1 : kept;
            if (homes[i] >= 0) {
                taken[homes[i]]++;
            }
        }
        for (int i = 0; i < homes.length; i++) {
            if (people.get(i).keepsTable() && homes[i] < 0) {
                int emptiest = 0;
                for (int table = 1; table < tables; table++) {
                    if (taken[table] < taken[emptiest]) {
                        emptiest = table;
                    }
                }
                homes[i] = emptiest;
                taken[emptiest]++;
            }
        }
        return homes;
    }

    private boolean keepsThemApart(int one, int other) {
        return home[one] >= 0 && home[other] >= 0 && home[one] != home[other];
    }

    private void mark(boolean[][] matrix, Pair pair) {
        if (present(pair)) {
            int one = number.get(pair.one());
            int other = number.get(pair.other());
            matrix[one][other] = true;
            matrix[other][one] = true;
        }
    }

    private boolean present(Pair pair) {
        return number.containsKey(pair.one()) && number.containsKey(pair.other());
    }

    int size() {
        return people.size();
    }

    String id(int person) {
        return people.get(person).id();
    }

    Integer numberOf(String id) {
        return number.get(id);
    }

    Pair pair(int one, int other) {
        return new Pair(id(one), id(other));
    }

    /** The pairs that may meet and never did. */
    MeetingGraph fresh() {
        MeetingGraph graph = new MeetingGraph(size());
        for (int one = 0; one < size(); one++) {
            for (int other = 0; other < one; other++) {
                if (!barred[one][other] && before[one][other] == 0) {
                    graph.add(one, other);
                }
            }
        }
        return graph;
    }

    /** The pairs that must meet, and may. */
    MeetingGraph wished() {
        MeetingGraph graph = new MeetingGraph(size());
        for (int one = 0; one < size(); one++) {
            for (int other = 0; other < one; other++) {
                if (must[one][other] && !barred[one][other]) {
                    graph.add(one, other);
                }
            }
        }
        return graph;
    }

    /** The pairs of organisations that never met, and of whom some people may. */
    MeetingGraph freshOrganisations() {
        MeetingGraph graph = new MeetingGraph(organisations.size());
        for (int one = 0; one < size(); one++) {
            for (int other = 0; other < one; other++) {
                if (!barred[one][other]) {
                    graph.add(organisation[one], organisation[other]);
                }
            }
        }
        for (int one = 0; one < size(); one++) {
            for (int other = 0; other < one; other++) {
                if (before[one][other] > 0) {
                    graph.remove(organisation[one], organisation[other]);
                }
            }
        }
        for (Pair met : request.organisationsMet()) {
            int one = organisations.indexOf(met.one());
            int other = organisations.indexOf(met.other());
            if (one >= 0 && other >= 0) {
                graph.remove(one, other);
            }
        }
        return graph;
    }

    /** Whether anybody offers what somebody else seeks. */
    boolean fits() {
        for (int[] row : fit) {
            for (int one : row) {
                if (one > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many people each organisation has here. */
    int[] delegations() {
        int[] delegations = new int[organisations.size()];
        for (int one : organisation) {
            delegations[one]++;
        }
        return delegations;
    }
}
