package be.leerkring.speeddating.map;

import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.OrganisationsMet;
import be.leerkring.network.organisation.Organisation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Goes through the sessions one by one, and counts what each of them added. */
final class Growth {

    private final List<OrganisationsMet> sessions;
    private final int shown;
    private final Map<String, Organisation> listed;
    private final Set<Acquaintance> known = new HashSet<>();
    private final Map<Acquaintance, Tie> ties = new TreeMap<>();
    private final List<Step> steps = new ArrayList<>();

    private Growth(MeetingMemory.Network network, int shown) {
        this.sessions = network.sessions();
        this.shown = shown;
        this.listed = network.organisations().stream().collect(Collectors.toMap(Organisation::id, one -> one));
    }

    /**
     * The growth of a network.
     *
     * @param shown after how many sessions its ties are as they are shown
     */
    static Growth of(MeetingMemory.Network network, int shown) {
        var growth = new Growth(network, shown);
        for (int number = 0; number < growth.sessions.size(); number++) {
            growth.add(number);
        }
        return growth;
    }

    private void add(int number) {
        var session = sessions.get(number);
        var fresh = 0;
        var meetings = 0;
        for (var met : session.meetings().entrySet()) {
            if (!isListed(met.getKey())) {
                continue;
            }
            meetings += met.getValue();
            fresh += known.add(met.getKey()) && isCounted(met.getKey()) ? 1 : 0;
            add(number, met.getKey(), new Tie(met.getValue(), 0, number));
        }
        var contacts = 0;
        for (var made : session.contacts().entrySet()) {
            if (isListed(made.getKey())) {
                contacts += made.getValue();
                add(number, made.getKey(), new Tie(0, made.getValue(), number));
            }
        }
        var before = steps.isEmpty() ? 0 : steps.getLast().met();
        var present = (int) session.present().stream().filter(listed::containsKey).count();
        steps.add(new Step(session, present, fresh, before + fresh, meetings, contacts));
    }

    private void add(int number, Acquaintance pair, Tie tie) {
        if (number < shown) {
            ties.merge(pair, tie, Tie::and);
        }
    }

    private boolean isListed(Acquaintance pair) {
        return listed.containsKey(pair.one()) && listed.containsKey(pair.other());
    }

    private boolean isCounted(Acquaintance pair) {
        return listed.get(pair.one()).kind().subsidised() && listed.get(pair.other()).kind().subsidised();
    }

    /** What is between those who met by the session that is shown. */
    Map<Acquaintance, Tie> ties() {
        return Collections.unmodifiableMap(ties);
    }

    /** What each session brought, those after the shown one as well. */
    List<Step> steps() {
        return List.copyOf(steps);
    }
}
