package be.leerkring.speeddating.map;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.OrganisationsMet;
import be.leerkring.meetings.memory.SecretOrder;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two maps of one network, after different sessions, can be laid beside each other. */
final class PlacesTest {

    private static final int SESSIONS = 6;
    private static final Instant START = Instant.parse("2017-01-26T12:30:00Z");

    private static MeetingMemory.Network network(int organisations, int meetings) {
        var random = new Random(organisations);
        var all = IntStream.range(0, organisations)
                .mapToObj(number -> new Organisation(
                        "org-" + number, "Organisatie " + number,
                        Organisation.Kind.values()[number % Organisation.Kind.values().length], false))
                .toList();
        return new MeetingMemory.Network(
                all, IntStream.range(0, SESSIONS).mapToObj(number -> {
                    var met = new HashMap<Acquaintance, Integer>();
                    for (int meeting = 0; meeting < meetings; meeting++) {
                        Acquaintance.of(
                                "org-" + random.nextInt(organisations), "org-" + random.nextInt(organisations))
                                .ifPresent(pair -> met.put(pair, 1));
                    }
                    return new OrganisationsMet(
                            "s-" + number, new LocalizedText(Map.of("nl", "Sessie " + number)),
                            START.plus(Duration.ofDays(30L * number)), List.of(), met, Map.of());
                }).toList(), List.of(), SecretOrder.of("order"));
    }

    private static List<List<Double>> places(MapPicture picture) {
        return picture.dots().stream().map(dot -> List.of((double) dot.number(), dot.x(), dot.y())).toList();
    }

    /** On a circle, on a circle that is one of many lines only in the end, and in a disc. */
    @ParameterizedTest
    @CsvSource({"18, 40, true", "90, 450, false", "90, 40, true", "130, 200, false"})
    void nobodyChangesPlaceFromOneSessionToTheNext(int organisations, int meetings, boolean circle) {
        var network = network(organisations, meetings);

        for (var draw : List.<Function<NetworkMap, MapPicture>>of(
                map -> Drawing.named(map, Optional.empty()), Drawing::anonymous)) {
            var last = draw.apply(NetworkMap.of(network, Map.of(), ""));
            assertThat(last.isCircle()).isEqualTo(circle);
            for (int session = 0; session < SESSIONS; session++) {
                var map = NetworkMap.of(network, Map.of(), "s-" + session);
                assertThat(places(draw.apply(map))).as("after session %d", session).isEqualTo(places(last));
            }
        }
    }

    /** The picture itself grows: what is compared is not the same picture. */
    @ParameterizedTest
    @CsvSource({"18, 40", "130, 200"})
    void whatGrowsIsTheLinesAndTheDots(int organisations, int meetings) {
        var network = network(organisations, meetings);

        assertThat(Drawing.anonymous(NetworkMap.of(network, Map.of(), "s-0")).dots())
                .isNotEqualTo(Drawing.anonymous(NetworkMap.of(network, Map.of(), "")).dots());
    }
}
