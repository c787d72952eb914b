package be.leerkring.speeddating.map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Csv;
import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.OrganisationsMet;
import be.leerkring.meetings.memory.SecretOrder;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.time.NetworkTime;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.Multigraph;
import org.jgrapht.nio.graphml.GraphMLImporter;

/** What the map counts, how it is drawn, and what its files hold. */
final class NetworkMapTest {

    private static final Instant START = Instant.parse("2017-01-26T12:30:00Z");

    private static Organisation organisation(int number, int subsidised) {
        return new Organisation(
                "org-" + number,
                "Organisatie \"&<\u0001 " + number,
                number >= subsidised
                        ? Organisation.Kind.OTHER
                        : number % 4 == 0
                                ? Organisation.Kind.SPEARHEAD_CLUSTER
                                : Organisation.Kind.INNOVATIVE_BUSINESS_NETWORK,
                false);
    }

    private static Acquaintance pair(int one, int other) {
        return new Acquaintance("org-" + one, "org-" + other);
    }

    private static OrganisationsMet session(
            int number, Map<Acquaintance, Integer> meetings, Map<Acquaintance, Integer> contacts) {
        return new OrganisationsMet(
                "s-" + number,
                new LocalizedText(Map.of("nl", "=Sessie " + number)),
                START.plus(Duration.ofDays(30L * number)),
                meetings.keySet().stream().map(Acquaintance::one).distinct().toList(),
                meetings,
                contacts);
    }

    /** So many organisations, all but a tenth subsidised, and so many sessions of chance meetings. */
    private static MeetingMemory.Network network(int organisations, int sessions, int meetings, long seed) {
        var random = new Random(seed);
        var all = IntStream.range(0, organisations)
                .mapToObj(number -> organisation(number, organisations - organisations / 10))
                .toList();
        var were = new ArrayList<OrganisationsMet>();
        for (int number = 0; number < sessions; number++) {
            var met = new HashMap<Acquaintance, Integer>();
            var contacts = new HashMap<Acquaintance, Integer>();
            for (int meeting = 0; meeting < meetings; meeting++) {
                var one = random.nextInt(organisations + 1);
                var other = random.nextInt(organisations + 1);
                Acquaintance.of("org-" + one, "org-" + other).ifPresent(pair -> {
                    met.merge(pair, 1, Integer::sum);
                    if (random.nextInt(12) == 0) {
                        contacts.merge(pair, 1, Integer::sum);
                    }
                });
            }
            were.add(session(number, met, contacts));
        }
        return new MeetingMemory.Network(all, were, List.of(), SecretOrder.of("order " + seed));
    }

    @Example
    void itCountsPairsOfSubsidisedOrganisationsAndWhenAllWillHaveMet() {
        var organisations = IntStream.range(0, 5).mapToObj(number -> organisation(number, 4)).toList();
        var network = new MeetingMemory.Network(
                organisations,
                List.of(
                        session(0, Map.of(pair(0, 1), 2, pair(2, 3), 1, pair(0, 4), 1), Map.of(pair(0, 1), 1)),
                        session(1, Map.of(pair(0, 1), 1, pair(0, 2), 1, pair(0, 9), 5), Map.of())),
                List.of(),
                SecretOrder.fresh());

        var first = NetworkMap.of(network, Map.of(), "s-0");
        assertThat(first.pairs()).isEqualTo(6);
        assertThat(first.met()).isEqualTo(2);
        assertThat(first.meetings()).isEqualTo(4);
        assertThat(first.isolated()).isEmpty();
        assertThat(first.sessionsLeft()).isEqualTo(OptionalInt.of(2));
        var last = NetworkMap.of(network, Map.of(), "");
        assertThat(last.met()).isEqualTo(3);
        assertThat(last.step().orElseThrow().fresh()).isEqualTo(1);
        assertThat(last.meetings()).isEqualTo(6);
        assertThat(last.sessionsLeft()).isEqualTo(OptionalInt.of(2));
        assertThat(last.ties().get(pair(0, 1))).isEqualTo(new Tie(3, 1, 0));
        assertThat(last.isFresh(last.ties().get(pair(0, 2)))).isTrue();
        assertThat(last.unmetBy(organisations.get(1))).containsExactly(
                organisations.get(2), organisations.get(3), organisations.get(4));
    }

    @Example
    void beforeTheFirstSessionNobodyMet() {
        var map = NetworkMap.of(
                new MeetingMemory.Network(
                        List.of(organisation(0, 9), organisation(1, 9)), List.of(), List.of(), SecretOrder.fresh()),
                Map.of(),
                "");

        assertThat(map.step()).isEmpty();
        assertThat(map.isolated()).hasSize(2);
        assertThat(map.sessionsLeft()).isEmpty();
    }

    @Property(tries = 300)
    void itNeverShrinksAndItsSumsAgree(@ForAll @IntRange(min = 2, max = 40) int organisations, @ForAll long seed) {
        var network = network(organisations, 5, 3 * organisations, seed);
        var before = 0;
        for (int number = 0; number < 5; number++) {
            var map = NetworkMap.of(network, Map.of(), "s-" + number);
            assertThat(map.met()).isBetween(before, map.pairs());
            assertThat(map.ties().keySet().stream()
                    .filter(pair -> map.organisation(pair.one()).kind().subsidised()
                            && map.organisation(pair.other()).kind().subsidised()))
                    .hasSize(map.met());
            assertThat(map.standings().stream().mapToInt(Standing::meetings).sum()).isEqualTo(2 * map.meetings());
            assertThat(map.standings().stream().mapToInt(Standing::contacts).sum()).isEqualTo(2 * map.contacts());
            assertThat(map.standings().stream().mapToInt(Standing::met).sum())
                    .isEqualTo(2 * map.ties().size());
            before = map.met();
        }
    }

    @Property(tries = 60)
    void namesAndDotsNeverOverlap(@ForAll @IntRange(min = 2, max = 100) int organisations) {
        var picture = Drawing.named(NetworkMap.of(network(organisations, 1, 60, 7), Map.of(), ""), Optional.empty());

        assertThat(picture.isCircle()).isTrue();
        var dots = picture.dots();
        for (int one = 0; one < dots.size(); one++) {
            var dot = dots.get(one);
            assertThat(Math.abs(dot.name().x())).isLessThanOrEqualTo(picture.halfWidth());
            assertThat(Math.abs(dot.name().y())).isLessThanOrEqualTo(picture.halfHeight() - 10);
            for (int two = 0; two < one; two++) {
                var other = dots.get(two);
                assertThat(Math.hypot(dot.x() - other.x(), dot.y() - other.y()))
                        .isGreaterThan(dot.radius() + other.radius());
                if (picture.labels() == MapPicture.Labels.LEVEL
                        && dot.name().anchor().equals(other.name().anchor())) {
                    assertThat(Math.abs(dot.name().y() - other.name().y())).isGreaterThan(22);
                }
                if (picture.labels() == MapPicture.Labels.RADIAL) {
                    assertThat(Math.hypot(dot.name().x() - other.name().x(), dot.name().y() - other.name().y()))
                            .isGreaterThan(18);
                }
            }
        }
    }

    @Example
    void fiveHundredFillADiscAndStayApart() {
        var picture = Drawing.named(NetworkMap.of(network(500, 10, 1500, 3), Map.of(), ""), Optional.empty());

        assertThat(picture.isCircle()).isFalse();
        var dots = picture.dots();
        for (int one = 0; one < dots.size(); one++) {
            for (int two = 0; two < one; two++) {
                var apart = Math.hypot(dots.get(one).x() - dots.get(two).x(), dots.get(one).y() - dots.get(two).y());
                assertThat(apart).isGreaterThan(dots.get(one).radius() + dots.get(two).radius());
            }
        }
        assertThat(picture.lines()).allMatch(bundle -> bundle.ink() == MapPicture.Ink.CONTACT);
    }

    @Example
    void thePictureForEverybodyNamesNobodyNotEvenByItsOrder() {
        var map = NetworkMap.of(network(18, 2, 80, 5), Map.of(), "");
        var picture = Drawing.anonymous(map);

        assertThat(picture.toString()).doesNotContain("org-").doesNotContain("Organisatie").doesNotContain("cluster");
        assertThat(map.shuffled()).isNotEqualTo(map.organisations()).containsExactlyInAnyOrderElementsOf(
                map.organisations());
        assertThat(NetworkMap.of(network(18, 2, 80, 5), Map.of(), "s-0").shuffled()).isEqualTo(map.shuffled());
        assertThat(NetworkMap.of(network(18, 2, 80, 6), Map.of(), "").shuffled()).isNotEqualTo(map.shuffled());
    }

    private static MapFiles files() {
        return new MapFiles(new Languages("nl,en"), new NetworkTime("Europe/Brussels"));
    }

    @Example
    void theGraphIsWellFormedAndAnotherProgramReadsTheSameFromIt() throws Exception {
        var map = NetworkMap.of(network(18, 3, 60, 9), Map.of(), "");
        var text = files().graphml(map);

        var parser = DocumentBuilderFactory.newInstance();
        parser.setNamespaceAware(true);
        var document = parser.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
        assertThat(document.getElementsByTagNameNS("http://graphml.graphdrawing.org/xmlns", "node").getLength())
                .isEqualTo(18);
        var graph = new Multigraph<String, DefaultEdge>(DefaultEdge.class);
        var importer = new GraphMLImporter<String, DefaultEdge>();
        importer.setVertexFactory(id -> id);
        var meetings = new int[1];
        importer.addEdgeAttributeConsumer((edge, value) -> {
            if (edge.getSecond().equals("meetings")) {
                meetings[0] += Integer.parseInt(value.getValue());
            }
        });
        importer.importGraph(graph, new StringReader(text));
        assertThat(graph.vertexSet()).hasSize(18);
        assertThat(meetings[0]).isEqualTo(map.meetings());
        var edges = new HashSet<Acquaintance>();
        graph.edgeSet().forEach(edge -> edges.add(
                new Acquaintance(graph.getEdgeSource(edge), graph.getEdgeTarget(edge))));
        assertThat(edges).isEqualTo(map.ties().keySet());
    }

    @Example
    void theTableHasALineForEveryPairThatMetAndNoFormula() {
        var map = NetworkMap.of(network(6, 2, 10, 9), Map.of(), "");
        var text = files().csv(map, Csv.Separator.COMMA, new Language("nl"));

        assertThat(text.lines()).hasSize(1 + map.ties().size());
        assertThat(text).startsWith("\uFEFFOrganisatie,Soort,Andere organisatie").endsWith("\r\n");
        assertThat(text).contains(",'=Sessie 0,\r\n").doesNotContain(",=");
    }
}
