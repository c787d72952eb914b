package be.leerkring.speeddating.planner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a row of sessions leaves behind. */
final class Sessions {

    private Sessions() {}

    /** How often pairs met in these rounds. */
    static Map<Pair, Integer> meetings(List<Round> rounds) {
        Map<Pair, Integer> meetings = new HashMap<>();
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

    /** Two hundred people of sixty organisations of all sizes, two by two, who came to so many sessions before. */
    static PlanRequest ofTwoHundred(int sessions) {
        Random random = new Random(2018);
        List<String> themes = List.of("funding", "members", "export", "skills", "data", "staff");
        List<Guest> people = IntStream.range(0, 200)
                .mapToObj(person -> new Guest(
                        "p%03d".formatted(person),
                        "organisation " + (int) (60 * random.nextDouble() * random.nextDouble()),
                        person < 3,
                        Set.of(themes.get(random.nextInt(6))),
                        Set.of(themes.get(random.nextInt(6)))))
                .toList();
        PlanRequest request = new PlanRequest(people, 12, Room.ofPairsFor(200));
        Map<Pair, Integer> earlier = new TreeMap<>();
        for (int session = 0; session < sessions; session++) {
            List<Round> rounds = Planner.plan(request.withEarlier(earlier)).rounds();
            meetings(rounds).forEach((pair, times) -> earlier.merge(pair, times, Integer::sum));
        }
        return request.withEarlier(earlier);
    }
}
