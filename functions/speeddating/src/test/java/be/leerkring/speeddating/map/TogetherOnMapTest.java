package be.leerkring.speeddating.map;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.Csv;
import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.OrganisationsMet;
import be.leerkring.meetings.memory.SecretOrder;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.time.NetworkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

/** Who works together, on the map. */
final class TogetherOnMapTest {

    private static final Instant START = Instant.parse("2017-01-26T12:30:00Z");

    private static final MapFiles FILES = new MapFiles(new Languages("nl,en"), new NetworkTime("Europe/Brussels"));

    private static Organisation organisation(int number) {
        return new Organisation("org-" + number, "Organisatie " + number, Organisation.Kind.SPEARHEAD_CLUSTER, false);
    }

    private static Acquaintance pair(int one, int other) {
        return new Acquaintance("org-" + one, "org-" + other);
    }

    private static OrganisationsMet session(int number, Acquaintance pair) {
        return new OrganisationsMet(
                "s-" + number,
                new LocalizedText(Map.of("nl", "Sessie " + number)),
                START.plus(Duration.ofDays(30L * number)),
                List.of(pair.one(), pair.other()),
                Map.of(pair, 1),
                Map.of());
    }

    @Example
    void thoseWhoWorkTogetherHaveALineOfTheirOwnWhetherTheyMetOrNotAndOnlyWhereNamesStand() {
        var organisations = IntStream.range(0, 4).mapToObj(number -> organisation(number)).toList();
        var network = new MeetingMemory.Network(
                organisations,
                List.of(session(0, pair(0, 1)), session(1, pair(1, 2))),
                List.of(together("later", 1, 0, 1, 2), together("vroeger", 0, 0, 1), together("weg", 0, 3, 9)),
                SecretOrder.fresh());

        var last = NetworkMap.of(network, Map.of(), "");
        assertThat(last.together()).containsOnlyKeys(pair(0, 1), pair(0, 2), pair(1, 2));
        assertThat(NetworkMap.of(network, Map.of(), "s-0").together()).as("what began later is not there yet")
                .containsOnlyKeys(pair(0, 1));
        assertThat(cooperations(Drawing.named(last, Optional.empty()))).isEqualTo(3);
        assertThat(cooperations(Drawing.anonymous(last))).isZero();
        assertThat(FILES.csv(last, Csv.Separator.COMMA, new Language("nl")).lines()).hasSize(4)
                .anyMatch(line -> line.endsWith(",0,0,,,Plan"));
        assertThat(FILES.graphml(last)).contains("<data key=\"cooperation\">plan</data>");
    }

    private static long cooperations(MapPicture picture) {
        return picture.lines().stream()
                .filter(bundle -> bundle.ink() == MapPicture.Ink.COOPERATION)
                .mapToLong(bundle -> bundle.lines().size())
                .sum();
    }

    private static Cooperation together(String id, int session, int... organisations) {
        var title = new LocalizedText(Map.of("nl", id));
        return new Cooperation(
                id,
                title,
                IntStream.of(organisations).mapToObj(number -> "org-" + number).toList(),
                Set.of(),
                new TreeMap<>(Map.of(Stage.PLAN, LocalDate.parse("2017-06-23"))),
                Optional.of(new Cooperation.Beginning("s-" + session, title, START)),
                List.of(),
                LocalizedText.NONE,
                "",
                false,
                0);
    }
}
