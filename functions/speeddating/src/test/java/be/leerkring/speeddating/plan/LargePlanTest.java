package be.leerkring.speeddating.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.session.Session;
import be.leerkring.platform.table.Table;
import be.leerkring.speeddating.DatingDesk;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Two hundred people in twelve rounds: how long the button takes, and how much room the plan. */
final class LargePlanTest {

    private static final String PAGE = "/organiser/sessions/kennismaking/speed-dating";

    /** DynamoDB's own limit is ten times as much. */
    private static final int BYTES = 40_000;

    @Test
    void twoHundredPeopleAreReadPlannedAndKeptInTimeAndInOneItem() {
        var clock = MovableClock.at(Instant.parse("2017-01-26T07:00:00Z"));
        try (var desk = new DatingDesk(clock)) {
            var session = desk.put(DatingDesk.session(), 400);
            people(desk, session);
            var an = desk.organiser("an");
            var page = an.get(PAGE);

            var first = timed(an, page.form("rounds", "12", "start", "14:00"));
            var again = timed(an, an.get(PAGE).form("way", "otherwise"));
            var changed = timed(an, an.get(PAGE).form("way", "changed"));

            System.out.printf(
                    "200 people, 12 rounds: %d ms at first, %d ms once warm, %d ms to change; %d bytes%n",
                    first.toMillis(), again.toMillis(), changed.toMillis(), size(desk));
            assertThat(desk.plan().proof().people().made()).isEqualTo(1200);
            assertThat(again).isLessThan(Duration.ofSeconds(5));
            assertThat(size(desk)).isLessThan(BYTES);
            assertThat(desk.get(SpeedDatingPlans.class).find("kennismaking").orElseThrow().rounds())
                    .hasSize(12)
                    .allSatisfy(round -> assertThat(round.tables()).hasSize(100));
        }
    }

    /** With names as long as names are, two themes each way, and every mail told. */
    private static void people(DatingDesk desk, Session session) {
        for (int place = 0; place < 200; place++) {
            desk.put(DatingDesk
                    .person(session, "Jan-Willem van der Straeten " + place, "organisatie-" + place / 3)
                    .with(new Interests(session.themes(), session.themes())));
        }
    }

    /** What it costs the processor, however busy the machine is besides. */
    private static Duration timed(Reader an, Map<String, String> form) {
        var begun = processorTime();
        assertThat(an.post(PAGE, form).status()).isEqualTo(303);
        return processorTime().minus(begun);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static int size(DatingDesk desk) {
        var key = desk.get(SpeedDatingPlans.class).key("kennismaking");
        return size(AttributeValue.fromM(desk.get(Table.class).read(List.of(key)).get(key).attributes()));
    }

    /** By the rules of the Developer Guide, "DynamoDB item sizes and formats". */
    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case M ->
                3 + value.m().entrySet().stream()
                        .mapToInt(part -> 1 + part.getKey().getBytes(UTF_8).length + size(part.getValue()))
                        .sum();
            case L -> 3 + value.l().stream().mapToInt(part -> 1 + size(part)).sum();
            case S -> value.s().getBytes(UTF_8).length;
            default -> 8;
        };
    }
}
