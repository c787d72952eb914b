package be.leerkring.speeddating.map;

import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.OrganisationsMet;
import be.leerkring.network.figures.PairsMet;
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
    private final List<PairsMet> today;
    private final Map<String, PairsMet> frozen;
    private final int shown;
    private final Map<String, Organisation> listed;
    private final Map<Acquaintance, Tie> ties = new TreeMap<>();
    private final Set<Acquaintance> ever = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    private Growth(MeetingMemory.Network network, Map<String, PairsMet> frozen, int shown) {
        this.sessions = network.sessions();
        this.today = network.pairs();
        this.frozen = frozen;
        this.shown = shown;
        this.listed = network.organisations().stream().collect(Collectors.toMap(Organisation::id, one -> one));
    }

    /**
     * The growth of a network.
     *
     * @param frozen the pairs of sessions that are closed, by their ids; those of others are counted by today's list
     * @param shown after how many sessions its ties are as they are shown
     */
    static Growth of(MeetingMemory.Network network, Map<String, PairsMet> frozen, int shown) {
        var growth = new Growth(network, frozen, shown);
        for (int number = 0; number < growth.sessions.size(); number++) {
            growth.add(number);
        }
        return growth;
    }

    private void add(int number) {
        var session = sessions.get(number);
        var meetings = 0;
        for (var met : session.meetings().entrySet()) {
            if (!isListed(met.getKey())) {
                continue;
            }
            meetings += met.getValue();
            add(number, met.getKey(), new Tie(met.getValue(), 0, number));
        }
        var contacts = 0;
        for (var made : session.contacts().entrySet()) {
            if (isListed(made.getKey())) {
                contacts += made.getValue();
                add(number, made.getKey(), new Tie(0, made.getValue(), number));
            }
        }
        var present = (int) session.present().stream().filter(listed::containsKey).count();
        var pairs = frozen.getOrDefault(session.session(), today.get(number));
        steps.add(new Step(session, present, pairs, meetings, contacts));
    }

    private void add(int number, Acquaintance pair, Tie tie) {
        ever.add(pair);
        if (number < shown) {
            ties.merge(pair, tie, Tie::and);
        }
    }

    private boolean isListed(Acquaintance pair) {
        return listed.containsKey(pair.one()) && listed.containsKey(pair.other());
    }

    /** What is between those who met by the session that is shown. */
    Map<Acquaintance, Tie> ties() {
        return Collections.unmodifiableMap(ties);
    }

    /** What each session brought, those after the shown one as well. */
    List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** Where its organisations stand. */
    Places places() {
        return new Places(ever);
    }
}
