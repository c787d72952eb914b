package be.leerkring.speeddating.map;

import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The network as it stood after one of its sessions: its organisations, and which of them met.
 *
 * <p>All organisations on the network's list stand on the map. The pairs that are counted as still to meet are those of
 * the subsidised ones, for whom the network is there: 18 of them are 153 pairs. What a session that is closed brought,
 * and of how many pairs, stays as it was then, whatever became of the list. Whoever came for an organisation that the
 * list doesn't have is not on it.
 */
public final class NetworkMap {

    private static final int LATEST = 12;

    private final List<Organisation> organisations;
    private final Map<String, Organisation> byId;
    private final Growth growth;
    private final MeetingMemory.Network network;
    private final int shown;

    private NetworkMap(MeetingMemory.Network network, Growth growth, int shown) {
        this.organisations = network.organisations();
        this.byId = organisations.stream().collect(Collectors.toMap(Organisation::id, one -> one));
        this.network = network;
        this.growth = growth;
        this.shown = shown;
    }

    /**
     * The map after a session.
     *
     * @param frozen the pairs of sessions that are closed, by their ids
     * @param to the session's id; after the last session where there is none with this id
     */
    static NetworkMap of(MeetingMemory.Network network, Map<String, PairsMet> frozen, String to) {
        var sessions = network.sessions();
        var last = sessions.stream()
                .filter(session -> session.session().equals(to))
                .findFirst()
                .map(sessions::indexOf)
                .orElse(sessions.size() - 1);
        return new NetworkMap(network, Growth.of(network, frozen, last + 1), last + 1);
    }

    /** Reads it: one query, and one read of the figures of its sessions. */
    @Singleton
    static final class Reader {

        private final Table table;
        private final MeetingMemory memory;
        private final Figures figures;

        Reader(Table table, MeetingMemory memory, Figures figures) {
            this.table = table;
            this.memory = memory;
            this.figures = figures;
        }

        /** The map after a session, as of {@link NetworkMap#of}. */
        NetworkMap read(String to) {
            var network = memory.network();
            var found = table.read(network.sessions().stream()
                    .map(met -> figures.key(met.session(), met.start()))
                    .toList());
            var frozen = network.sessions().stream()
                    .flatMap(met -> figures.in(found, met.session(), met.start()).stream())
                    .collect(Collectors.toMap(SessionFigures::session, SessionFigures::pairs));
            return of(network, frozen, to);
        }
    }

    List<Organisation> organisations() {
        return organisations;
    }

    /** The same in an order that does not tell which is which. */
    List<Organisation> shuffled() {
        return network.order().of(organisations);
    }

    /** Where they stand on it, which is the same after every session. */
    Places places() {
        return growth.places();
    }

    Organisation organisation(String id) {
        return byId.get(id);
    }

    Optional<Organisation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Map<Acquaintance, Tie> ties() {
        return growth.ties();
    }

    /** The cooperations of everybody on the network's list, the one that moved last first; also those of later. */
    List<Cooperation> cooperations() {
        return network.cooperations();
    }

    /**
     * How far each pair on the map is that works together, or did, where it is several times, the one that moved last.
     * One that began at a later session than the shown one is not on it yet.
     */
    Map<Acquaintance, Cooperation> together() {
        var later = growth.steps().stream().skip(shown).map(step -> step.session().session())
                .collect(Collectors.toSet());
        var together = new TreeMap<Acquaintance, Cooperation>();
        for (var cooperation : network.cooperations()) {
            if (cooperation.beginning().filter(beginning -> later.contains(beginning.session())).isEmpty()) {
                pairs(cooperation).forEach(pair -> together.putIfAbsent(pair, cooperation));
            }
        }
        return together;
    }

    /** What the organisations of a cooperation are called, with commas between them. */
    String names(Cooperation cooperation) {
        return cooperation.organisations().stream()
                .map(id -> find(id).map(Organisation::name).orElse(id))
                .collect(Collectors.joining(", "));
    }

    private Stream<Acquaintance> pairs(Cooperation cooperation) {
        var known = cooperation.organisations().stream().filter(byId::containsKey).toList();
        return known.stream()
                .flatMap(one -> known.stream().flatMap(other -> Acquaintance.of(one, other).stream()))
                .distinct();
    }

    /** What each session brought, in order, those after the shown one as well. */
    List<Step> steps() {
        return growth.steps();
    }

    /** The last sessions of them: as many as fit in a line or two. */
    List<Step> latest() {
        return growth.steps().subList(Math.max(0, growth.steps().size() - LATEST), growth.steps().size());
    }

    /** The session that is shown; empty while there was none. */
    Optional<Step> step() {
        return shown == 0 ? Optional.empty() : Optional.of(growth.steps().get(shown - 1));
    }

    /** Whether a pair met for the first time at the session that is shown. */
    boolean isFresh(Tie tie) {
        return tie.since() == shown - 1;
    }

    /** The kinds of organisations that there are. */
    Set<Organisation.Kind> kinds() {
        return organisations.stream()
                .map(Organisation::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Organisation.Kind.class)));
    }

    /** How many pairs of subsidised organisations there were; as long as there was no session, how many there are. */
    int pairs() {
        return step().map(step -> step.pairs().possible()).orElseGet(network::possible);
    }

    /** How many of those pairs have met. */
    int met() {
        return step().map(Step::met).orElse(0);
    }

    /** The share of the pairs that have met, in hundredths, rounded down: all is all. */
    int share() {
        return pairs() == 0 ? 0 : 100 * met() / pairs();
    }

    int meetings() {
        return sum(Step::meetings);
    }

    int contacts() {
        return sum(Step::contacts);
    }

    private int sum(ToIntFunction<Step> figure) {
        return growth.steps().stream().limit(shown).mapToInt(figure).sum();
    }

    /** The organisations that have met nobody on the map. */
    List<Organisation> isolated() {
        return standings().stream()
                .filter(standing -> standing.met() == 0)
                .map(Standing::organisation)
                .toList();
    }

    /**
     * How many more sessions it takes until all pairs have met, if each brings as many new pairs as those so far did on
     * average; empty while no pair has met.
     */
    OptionalInt sessionsLeft() {
        return met() == 0 ? OptionalInt.empty() : OptionalInt.of(Math.ceilDiv((pairs() - met()) * shown, met()));
    }

    /** Every organisation, in the list's order. */
    List<Standing> standings() {
        var mine = new HashMap<String, Standing>();
        organisations.forEach(one -> mine.put(one.id(), Standing.alone(one)));
        growth.ties().forEach((pair, tie) -> Stream.of(pair.one(), pair.other())
                .forEach(id -> mine.computeIfPresent(id, (same, standing) -> standing.and(tie, isFresh(tie)))));
        return organisations.stream().map(one -> mine.get(one.id())).toList();
    }

    /** Those whom an organisation met, in the list's order, and what is between them. */
    Map<Organisation, Tie> pairsOf(Organisation organisation) {
        var pairs = new LinkedHashMap<Organisation, Tie>();
        organisations.forEach(other -> between(organisation, other).ifPresent(tie -> pairs.put(other, tie)));
        return pairs;
    }

    /** Those whom an organisation has yet to meet, in the list's order. */
    List<Organisation> unmetBy(Organisation organisation) {
        return organisations.stream()
                .filter(other -> !other.equals(organisation) && between(organisation, other).isEmpty())
                .toList();
    }

    private Optional<Tie> between(Organisation one, Organisation other) {
        return Acquaintance.of(one.id(), other.id()).map(growth.ties()::get);
    }
}
