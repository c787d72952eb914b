package be.leerkring.speeddating.plan;

import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.speeddating.planner.Pair;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows who of a session's people met in earlier ones: people of the last year, organisations of all years. */
@Singleton
public class Acquaintances {

    private final MeetingMemory memory;

    Acquaintances(MeetingMemory memory) {
        this.memory = memory;
    }

    /** The meetings of sessions before this one, as far as they are about these people: one query. */
    public History of(Session session, List<Participant> people) {
        var history = memory.history();
        var here = people.stream()
                .collect(Collectors.toMap(one -> one.identity(), Participant::person, (one, same) -> one));
        var met = new HashMap<Pair, Integer>();
        history.people().stream()
                .filter(earlier -> earlier.start().isBefore(session.start()))
                .forEach(earlier -> earlier.times().forEach((pair, times) -> add(met, here, pair, times)));
        return new History(met, organisations(session, history));
    }

    private static void add(Map<Pair, Integer> met, Map<String, String> here, Acquaintance pair, int times) {
        var one = here.get(pair.one());
        var other = here.get(pair.other());
        if (one != null && other != null && !one.equals(other)) {
            met.merge(new Pair(one, other), times, Integer::sum);
        }
    }

    private static Set<Pair> organisations(Session session, MeetingMemory.History history) {
        return history.organisations().stream()
                .filter(earlier -> earlier.start().isBefore(session.start()))
                .flatMap(earlier -> earlier.meetings().keySet().stream())
                .map(pair -> new Pair(pair.one(), pair.other()))
                .collect(Collectors.toSet());
    }
}
