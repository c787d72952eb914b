package be.leerkring.speeddating.map;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.OrganisationsMet;
import be.leerkring.meetings.memory.SecretOrder;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * What somebody can learn from the map for everybody who knows all that can be known outside the desk, and has all
 * the time there is. Once the order followed from the meetings themselves, so that whoever knew or guessed these had
 * it; and once each line began at the organisation whose name comes first.
 */
class MapSecrecyTest {

    private static final Instant START = Instant.parse("2017-01-26T12:30:00Z");

    private static Organisation organisation(int number) {
        return new Organisation(
                "org-" + number, "Organisatie " + number, Organisation.Kind.INNOVATIVE_BUSINESS_NETWORK, false);
    }

    private static List<Organisation> organisations(int count) {
        return IntStream.range(0, count).mapToObj(MapSecrecyTest::organisation).toList();
    }

    private static OrganisationsMet session(
            int number, Map<Acquaintance, Integer> meetings, Map<Acquaintance, Integer> contacts) {
        return new OrganisationsMet(
                "s-" + number,
                new LocalizedText(Map.of("nl", "Sessie " + number)),
                START.plus(Duration.ofDays(30L * number)),
                List.of(),
                meetings,
                contacts);
    }

    private static NetworkMap map(int organisations, List<OrganisationsMet> sessions, SecretOrder order) {
        return NetworkMap.of(
                new MeetingMemory.Network(organisations(organisations), sessions, List.of(), order), Map.of(), "");
    }

    private static List<Acquaintance> pairs(int organisations) {
        return IntStream.range(0, organisations)
                .boxed()
                .flatMap(one -> IntStream.range(0, one)
                        .mapToObj(other -> Acquaintance.of("org-" + one, "org-" + other).orElseThrow()))
                .toList();
    }

    /** Sessions at which so many of the pairs met, and so many of those wished to stay in touch. */
    private static List<OrganisationsMet> sessions(int organisations, int met, int contacts, Random random) {
        var pairs = new ArrayList<>(pairs(organisations));
        Collections.shuffle(pairs, random);
        var meetings = List.of(new HashMap<Acquaintance, Integer>(), new HashMap<Acquaintance, Integer>());
        var lasting = List.of(new HashMap<Acquaintance, Integer>(), new HashMap<Acquaintance, Integer>());
        for (int number = 0; number < met; number++) {
            meetings.get(number % 2).put(pairs.get(number), 1 + random.nextInt(3));
            if (number < contacts) {
                lasting.get(number % 2).put(pairs.get(number), 1 + random.nextInt(2));
            }
        }
        return List.of(session(0, meetings.get(0), lasting.get(0)), session(1, meetings.get(1), lasting.get(1)));
    }

    /** The rule by which the order could once be found: by a hash of what is the secret. */
    private static List<String> guess(List<OrganisationsMet> sessions, int organisations) {
        var known = sessions.stream()
                .map(session -> session.session() + session.meetings().entrySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        return organisations(organisations).stream()
                .map(Organisation::id)
                .sorted(Comparator.comparing(id -> Sha256.of(known + "\n" + id)))
                .toList();
    }

    private static List<String> shuffled(NetworkMap map) {
        return map.shuffled().stream().map(Organisation::id).toList();
    }

    /** Everybody knows who met whom when all have met: of who wished to stay in touch with whom that tells nothing. */
    @Property(tries = 40)
    void whoeverKnowsEveryMeetingLearnsNoContact(
            @ForAll @IntRange(min = 2, max = 18) int organisations, @ForAll long seed) {
        var all = pairs(organisations).size();
        var sessions = sessions(organisations, all, Math.min(all, 12), new Random(seed));
        var silent = sessions.stream()
                .map(session -> session(session == sessions.getFirst() ? 0 : 1, session.meetings(), Map.of()))
                .toList();
        var order = SecretOrder.of("order " + seed);

        assertThat(map(organisations, sessions, order).contacts()).isPositive();
        assertThat(Drawing.anonymous(map(organisations, sessions, order)))
                .isEqualTo(Drawing.anonymous(map(organisations, silent, order)));
    }

    /** In a disc of very many, contacts were the only lines. */
    @Example
    void veryManyOrganisationsShowNoContactEither() {
        var map = map(120, sessions(120, 300, 40, new Random(4)), SecretOrder.of("order"));

        assertThat(Drawing.anonymous(map).isCircle()).isFalse();
        assertThat(Drawing.anonymous(map).lines()).isEmpty();
    }

    @Example
    void whoeverKnowsEveryMeetingCannotWorkOutTheOrder() {
        var sessions = sessions(18, 153, 12, new Random(1));
        var met = new HashSet<Acquaintance>();
        sessions.forEach(session -> met.addAll(session.meetings().keySet()));
        assertThat(met).hasSize(153);

        var found = IntStream.range(0, 100)
                .filter(key -> shuffled(map(18, sessions, SecretOrder.of("key " + key))).equals(guess(sessions, 18)))
                .count();
        assertThat(found).isZero();
    }

    /**
     * Whoever tries all 720 orders of six keeps those that explain themselves. Once that was the true one; now it is as
     * good as any other, so it is among the few that are kept as rarely as chance has it.
     */
    @Example
    void whoeverTriesEveryOrderOfAFewCannotTellWhichIsTrue() {
        var orders = orders(6);
        assertThat(orders).hasSize(720);
        var kept = 0;
        var right = 0;
        for (int network = 0; network < 40; network++) {
            var sessions = sessions(6, 9, 2, new Random(network));
            var truth = shuffled(map(6, sessions, SecretOrder.of("key " + network)));
            for (var order : orders) {
                if (guess(renamed(sessions, truth, order), 6).equals(order)) {
                    kept++;
                    right += order.equals(truth) ? 1 : 0;
                }
            }
        }
        assertThat(kept).as("the attack is at work").isPositive();
        assertThat(right).isLessThanOrEqualTo(1);
    }

    /** The sessions as they would have been if the dots stood for these organisations, and not for the true ones. */
    private static List<OrganisationsMet> renamed(
            List<OrganisationsMet> sessions, List<String> truth, List<String> order) {
        UnaryOperator<String> name = id -> order.get(truth.indexOf(id));
        return IntStream.range(0, sessions.size())
                .mapToObj(number -> session(number, renamed(sessions.get(number).meetings(), name),
                        renamed(sessions.get(number).contacts(), name)))
                .toList();
    }

    private static Map<Acquaintance, Integer> renamed(Map<Acquaintance, Integer> counts, UnaryOperator<String> name) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> Acquaintance.of(name.apply(entry.getKey().one()), name.apply(entry.getKey().other()))
                                .orElseThrow(),
                        Map.Entry::getValue));
    }

    private static Set<List<String>> orders(int organisations) {
        var orders = new HashSet<List<String>>();
        orders.add(List.of());
        for (var organisation : organisations(organisations)) {
            var longer = new HashSet<List<String>>();
            for (var order : orders) {
                for (int place = 0; place <= order.size(); place++) {
                    var more = new ArrayList<>(order);
                    more.add(place, organisation.id());
                    longer.add(List.copyOf(more));
                }
            }
            orders.clear();
            orders.addAll(longer);
        }
        return orders;
    }

    /**
     * Nothing public takes names apart: whatever the dots are called, the picture is the same to the last stroke, the
     * order of its lines and where each begins included. So all that it knows of names is the order of its dots.
     */
    @Property(tries = 60)
    void thePictureIsTheSameWhateverTheDotsAreCalled(
            @ForAll @IntRange(min = 2, max = 130) int organisations, @ForAll long seed) {
        var random = new Random(seed);
        var all = pairs(organisations).size();
        var sessions = sessions(organisations, random.nextInt(Math.min(all, 1_500)) + 1, 1, random);
        var map = map(organisations, sessions, SecretOrder.fresh());
        var truth = shuffled(map);
        var other = new ArrayList<>(map.organisations());
        Collections.shuffle(other, random);
        var names = other.stream().map(Organisation::id).toList();
        var called = map(organisations, renamed(sessions, truth, names), SecretOrder.fresh());

        assertThat(Drawing.anonymous(called, other)).isEqualTo(Drawing.anonymous(map));
    }

    /** And that order is as good as drawn by lot: over many keys, every organisation stands everywhere as often. */
    @Example
    void whoStandsWhereIsDrawnByLot() {
        var sessions = sessions(6, 9, 2, new Random(2));
        var counts = new HashMap<String, Integer>();
        for (int key = 0; key < 3_000; key++) {
            var order = shuffled(map(6, sessions, SecretOrder.of("key " + key)));
            for (int place = 0; place < 6; place++) {
                counts.merge(order.get(place) + " at " + place, 1, Integer::sum);
            }
        }
        assertThat(counts).hasSize(36);
        assertThat(counts.values()).allMatch(count -> count > 400 && count < 600);
    }

    @Example
    void aKeyIsDrawnAtRandomAndItsOrderStays() {
        var sessions = sessions(12, 20, 2, new Random(3));
        assertThat(shuffled(map(12, sessions, SecretOrder.fresh())))
                .isNotEqualTo(shuffled(map(12, sessions, SecretOrder.fresh())));
        assertThat(shuffled(map(12, sessions, SecretOrder.of("a"))))
                .isEqualTo(shuffled(map(12, sessions.subList(0, 1), SecretOrder.of("a"))));
        assertThat(SecretOrder.fresh().toString()).doesNotContain("key");
    }
}
