package be.leerkring.speeddating.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes a plan on the day: the rounds that were stay, and those to come change as little as can be. */
final class Reviser {

    private final List<Round> done;
    private final List<Round> toCome;
    private final Crowd crowd;
    private final int rounds;

    Reviser(List<Round> rounds, int done, PlanRequest request) {
        this.done = rounds.subList(0, done);
        this.toCome = rounds.subList(done, Math.min(rounds.size(), request.rounds()));
        this.rounds = request.rounds() - done;
        crowd = new Crowd(request.withEarlier(withMeetings(request.earlier(), this.done)), homes(rounds));
    }

    private static Map<Pair, Integer> withMeetings(Map<Pair, Integer> earlier, List<Round> rounds) {
        Map<Pair, Integer> meetings = new HashMap<>(earlier);
        for (Round round : rounds) {
            for (Table table : round.tables()) {
                for (String one : table.people()) {
                    for (String other : table.people()) {
                        if (one.compareTo(other) < 0) {
                            meetings.merge(new Pair(one, other), 1, Integer::sum);
                        }
                    }
                }
            }
        }
        return meetings;
    }

    private static Map<String, Integer> homes(List<Round> rounds) {
        Map<String, Integer> homes = new HashMap<>();
        for (Round round : rounds) {
            for (Table table : round.tables()) {
                table.people().forEach(id -> homes.putIfAbsent(id, table.number() - 1));
            }
        }
        return homes;
    }

    Revision revise() {
        List<List<int[]>> planned = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            planned.add(round < toCome.size() ? present(toCome.get(round)) : List.of());
        }
        List<List<int[]>> revised = crowd.request.room().seatsPairs()
                ? new PairReviser(crowd, today(), satOut()).revise(planned)
                : new TableReviser(crowd, satOut()).revise(planned);
        List<Round> all = new ArrayList<>(done);
        Seating seating = new Seating(crowd);
        for (int round = 0; round < rounds; round++) {
            if (round < toCome.size()) {
                seating.asPlanned(toCome.get(round));
            }
            all.add(seating.seat(revised.get(round)));
        }
        List<Round> changed = all.subList(done.size(), all.size());
        Certifier certifier = new Certifier(crowd, rounds);
        UpperBound bound = crowd.request.room().seatsPairs()
                ? new PairBound(crowd, crowd.fresh(), rounds).afterSearch()
                : certifier.peopleBound();
        return new Revision(new Plan(all, certifier.certify(done, changed, bound)), moved(changed));
    }

    /** The groups of a round by table number, without those who are not here. */
    private List<int[]> present(Round round) {
        int[][] groups = new int[crowd.request.room().tables()][0];
        for (Table table : round.tables()) {
            if (table.number() <= groups.length) {
                groups[table.number() - 1] = table.people().stream()
                        .map(crowd::numberOf)
                        .filter(person -> person != null)
                        .mapToInt(person -> person)
                        .toArray();
            }
        }
        return List.of(groups);
    }

    private MeetingGraph today() {
        MeetingGraph today = new MeetingGraph(crowd.size());
        for (Round round : done) {
            for (int[] group : present(round)) {
                for (int one : group) {
                    for (int other : group) {
                        if (one < other) {
                            today.add(one, other);
                        }
                    }
                }
            }
        }
        return today;
    }

    private int[] satOut() {
        int[] satOut = new int[crowd.size()];
        for (Round round : done) {
            round.sittingOut().stream()
                    .map(crowd::numberOf)
                    .filter(person -> person != null)
                    .forEach(person -> satOut[person]++);
        }
        return satOut;
    }

    private Set<String> moved(List<Round> changed) {
        Set<String> moved = new HashSet<>();
        for (int round = 0; round < toCome.size(); round++) {
            int[] was = tables(toCome.get(round));
            int[] is = tables(changed.get(round));
            for (int person = 0; person < crowd.size(); person++) {
                // Sitting out where a table was planned, or the other way round, is no move to another table.
                if (was[person] > 0 && is[person] > 0 && was[person] != is[person]) {
                    moved.add(crowd.id(person));
                }
            }
        }
        return moved;
    }

    private int[] tables(Round round) {
        int[] tables = new int[crowd.size()];
        for (Table table : round.tables()) {
            for (String id : table.people()) {
                Integer person = crowd.numberOf(id);
                if (person != null) {
                    tables[person] = table.number();
                }
            }
        }
        return tables;
    }
}
