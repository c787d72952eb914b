package be.leerkring.meetings.memory;

import be.leerkring.meetings.Meeting;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Owns what the network remembers of who met whom: for each session one item of people, which a year ends, and one of
 * organisations, which stays. Those of organisations stand beside the list of organisations, so that the list and all
 * sessions are one query. Those of people stand in a partition of their own: whoever erases a person there may write
 * nothing that is the network's.
 */
@Singleton
public final class MeetingMemory {

    private static final String PARTITION = "NETWORK";
    private static final String LIST = "ORGANISATIONS";
    private static final String MET = LIST + "#MET#";
    private static final String PEOPLE = "PEOPLE-MET";

    /** Where the key of the map's order stands: between the cooperations and what was met, to be read with them. */
    private static final Key ORDER = new Key(PARTITION, LIST + "#KEY");

    /** Sorts after every key that begins with {@link #MET}. */
    private static final String AFTER_MET = LIST + "#MET$";

    private final Table table;
    private final Organisations organisations;
    private final Cooperations cooperations;
    private final Clock clock;

    public MeetingMemory(Table table, Organisations organisations, Cooperations cooperations, Clock clock) {
        this.table = table;
        this.organisations = organisations;
        this.cooperations = cooperations;
        this.clock = clock;
    }

    /**
     * Organisations, where they met, and what they do together.
     *
     * @param organisations the network's list
     * @param sessions in the order in which they were
     * @param cooperations the one that moved last first
     * @param order in which organisations stand where nobody is to know which is which
     */
    public record Network(
            List<Organisation> organisations,
            List<OrganisationsMet> sessions,
            List<Cooperation> cooperations,
            SecretOrder order) {

        /** What each of the sessions added to the pairs that met, in their order. */
        public List<PairsMet> pairs() {
            return PairsCount.of(this).all();
        }

        /** The pairs as they stood after this session, whether people met at it or not. */
        public PairsMet pairsAfter(String session, Instant start) {
            return PairsCount.of(this).after(session, start);
        }

        /** How many pairs there are: only those of subsidised organisations count, for whom the network is there. */
        public int possible() {
            var counted = (int) organisations.stream().filter(one -> one.kind().subsidised()).count();
            return counted * (counted - 1) / 2;
        }

        /** The same with one session more. */
        Network with(OrganisationsMet more) {
            var list = new OrganisationList(0, organisations);
            return new Network(
                    organisations,
                    Stream.concat(sessions.stream(), Stream.of(more.under(list::canonical)))
                            .sorted(Comparator.comparing(OrganisationsMet::start))
                            .toList(),
                    cooperations,
                    order);
        }

        boolean has(String session) {
            return sessions.stream().anyMatch(met -> met.session().equals(session));
        }
    }

    /**
     * All that is remembered.
     *
     * @param people of the sessions that are less than a year ago
     * @param organisations of all sessions
     */
    public record History(List<PeopleMet> people, List<OrganisationsMet> organisations) {}

    /** Where the people of a session stand. */
    public Key people(String session) {
        return new Key(PEOPLE, session);
    }

    private static Key met(String session) {
        return new Key(PARTITION, MET + session);
    }

    /**
     * The writes that remember a session; refused where it is remembered already, so that nothing counts twice. The
     * first one draws the key of the map's order, and no other changes it.
     *
     * @param meetings every meeting at its tables
     * @param contacts those who are known by now to stay in touch
     */
    public List<Write> remember(
            Session session, Collection<Meeting> meetings, Collection<Meeting> contacts) {
        return List.of(
                Write.putNew(PeopleMet.of(session, meetings).writeTo(Item.at(people(session.id())))),
                Write.putNew(OrganisationsMet.of(session, meetings, contacts)
                        .writeTo(Item.at(met(session.id())))),
                Write.update(ORDER, "SET secret = if_not_exists(secret, :fresh)")
                        .with(":fresh", SecretOrder.fresh().key()));
    }

    /** Who met whom at a session, in what was read; empty where that is not known, or not any more. */
    public Optional<PeopleMet> in(Map<Key, Item> found, String session) {
        return anyIn(found, session).filter(people -> clock.instant().isBefore(people.until()));
    }

    /** The same, even when its time is over. */
    Optional<PeopleMet> anyIn(Map<Key, Item> found, String session) {
        return Optional.ofNullable(found.get(people(session))).map(PeopleMet::readFrom);
    }

    /** The network's organisations, where they met and what they do together: one query. */
    public Network network() {
        var found = ofNetwork();
        return new Network(organisations.in(found).all(), met(found), cooperations.in(found), order(found));
    }

    /** Before the first session is remembered there is nothing to put in order. */
    private static SecretOrder order(Map<Key, Item> found) {
        return Optional.ofNullable(found.get(ORDER))
                .map(item -> SecretOrder.of(item.required("secret")))
                .orElseGet(SecretOrder::fresh);
    }

    /** All that is remembered of people and of organisations: two queries. */
    public History history() {
        var people = allPeople().stream()
                .filter(met -> clock.instant().isBefore(met.until()))
                .sorted(Comparator.comparing(PeopleMet::start))
                .toList();
        return new History(people, met(ofNetwork()));
    }

    private Map<Key, Item> ofNetwork() {
        return query("pk = :network AND sk BETWEEN :from AND :until", Map.of(
                ":network", Item.text(PARTITION), ":from", Item.text(LIST), ":until", Item.text(AFTER_MET)))
                .collect(Collectors.toMap(Item::key, Function.identity()));
    }

    /** All sessions whose people are remembered: for whoever wants to be in none of them. */
    List<PeopleMet> allPeople() {
        return query("pk = :people", Map.of(":people", Item.text(PEOPLE))).map(PeopleMet::readFrom).toList();
    }

    /** The sessions at which this person met anybody, as long as that is remembered: the earliest first. */
    public List<PeopleMet> peopleMetBy(String always) {
        return allPeople().stream()
                .filter(met -> met.has(always))
                .sorted(Comparator.comparing(PeopleMet::start))
                .toList();
    }

    /** The write of a session's people in their next revision; refused when they changed since they were read. */
    Write put(PeopleMet people) {
        return Write.putRevision(people.writeTo(Item.at(people(people.session()))), people.revision() - 1);
    }

    /** Refuses the transaction when what is remembered of a session's people changed since it was read. */
    Write unchanged(String session, Optional<PeopleMet> read) {
        var people = people(session);
        return read.isEmpty()
                ? Write.checkAbsent(people)
                : Write.check(people, "revision = :revision").with(":revision", read.get().revision());
    }

    /** The write that counts one contact between two organisations, made after this session. */
    public Write contact(String session, Acquaintance pair) {
        return Write.update(met(session), "SET contacts.#pair = if_not_exists(contacts.#pair, :none) + :one")
                .when("attribute_exists(pk)")
                .name("#pair", OrganisationsMet.contact(pair))
                .with(":none", 0)
                .with(":one", 1);
    }

    private Stream<Item> query(String condition, Map<String, Attribute> values) {
        return table.query(Query.of(condition)
                .with(values)
                .consistent());
    }

    /** The one place where what was met under a former id finds its organisation. */
    private List<OrganisationsMet> met(Map<Key, Item> found) {
        var list = organisations.in(found);
        return found.values().stream()
                .filter(item -> item.key().sort().startsWith(MET))
                .map(item -> OrganisationsMet.readFrom(item).under(list::canonical))
                .sorted(Comparator.comparing(OrganisationsMet::start))
                .toList();
    }
}
