package be.leerkring.meetings.memory;

import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.organisation.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts the pairs of subsidised organisations that met, session by session, by what the list knows them as now. */
final class PairsCount {

    private final Set<String> counted;
    private final int possible;
    private final List<OrganisationsMet> sessions;
    private final List<PairsMet> all = new ArrayList<>();

    private PairsCount(MeetingMemory.Network network) {
        counted = network.organisations().stream()
                .filter(organisation -> organisation.kind().subsidised())
                .map(Organisation::id)
                .collect(Collectors.toSet());
        possible = network.possible();
        sessions = network.sessions();
    }

    static PairsCount of(MeetingMemory.Network network) {
        var count = new PairsCount(network);
        count.goThroughSessions();
        return count;
    }

    private void goThroughSessions() {
        var known = new HashSet<Acquaintance>();
        for (var session : sessions) {
            var before = known.size();
            session.meetings().keySet().stream().filter(this::isCounted).forEach(known::add);
            all.add(new PairsMet(known.size() - before, known.size(), possible));
        }
    }

    private boolean isCounted(Acquaintance pair) {
        return counted.contains(pair.one()) && counted.contains(pair.other());
    }

    /** What each session added, in their order. */
    List<PairsMet> all() {
        return List.copyOf(all);
    }

    /** As it stood after this session; one at which nobody met added nothing to those before it. */
    PairsMet after(String session, Instant start) {
        var latest = new PairsMet(0, 0, possible);
        for (int number = 0; number < sessions.size() && !sessions.get(number).start().isAfter(start); number++) {
            var here = all.get(number);
            if (sessions.get(number).session().equals(session)) {
                return here;
            }
            latest = new PairsMet(0, here.soFar(), possible);
        }
        return latest;
    }
}
