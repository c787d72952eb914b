package be.leerkring.meetings.plan;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.network.participant.Interests;
import be.leerkring.platform.table.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan as it is kept. */
final class SpeedDatesItemTest {

    private static final Instant NOW = Instant.parse("2017-01-26T14:00:00Z");
    private static final Seatmate AN = seatmate("an-_1", "An", "vil", List.of("industrie-4-0"), false);
    private static final Seatmate BO = seatmate("bo", "Bo", "", List.of(), true);
    private static final Seatmate CIS = seatmate("cis", "Cis", "sim", List.of("kennismaking", "industrie-4-0"), false);

    private static Seatmate seatmate(
            String key, String name, String organisation, List<String> offers, boolean keepsTable) {
        return new Seatmate(
                key,
                name,
                organisation,
                "Organisatie van " + name,
                new Interests(List.of("kennismaking"), offers),
                keepsTable);
    }

    private static SpeedDates plan(int done) {
        var reason = new SpeedDatingProof.Reason("seats", List.of(2, 1), "");
        var people = new SpeedDatingProof.Count(
                2, 3, reason, 3, new SpeedDatingProof.Reason("busiest", List.of(2, 1), "an-_1"), 3);
        var organisations = new SpeedDatingProof.Count(
                2, 2, reason, 0, new SpeedDatingProof.Reason("nobody-left", List.of(), ""), 0);
        return new SpeedDates(
                "sessie",
                new SpeedDatingSettings(
                        2,
                        6,
                        2,
                        Optional.of(NOW),
                        0,
                        2,
                        true,
                        true,
                        List.of(new SpeedDatingSettings.Couple("an-_1", "bo")),
                        List.of(new SpeedDatingSettings.Couple("elders", "cis")),
                        Set.of("bo"),
                        Set.of("elders"),
                        7),
                List.of(AN, BO, CIS),
                List.of(
                        new SpeedDates.Round(List.of(new SpeedDates.Table(2, List.of(AN, BO))), List.of(CIS)),
                        new SpeedDates.Round(List.of(new SpeedDates.Table(1, List.of(CIS, AN))), List.of())),
                done,
                SpeedDates.State.ANNOUNCED,
                new SpeedDatingProof(
                        1,
                        people,
                        organisations,
                        4,
                        Map.of("an-_1", 0, "bo", 1, "cis", 1),
                        1,
                        List.of(new SpeedDatingSettings.Couple("bo", "cis")),
                        List.of()),
                Map.of("an-_1", "abc", "cis", "def"),
                Set.of("cis"),
                NOW,
                5);
    }

    @Test
    void itIsReadAsItWasWritten() {
        var plan = plan(1);
        assertThat(SpeedDatesItem.read(SpeedDatesItem.write(plan, Item.map()), "sessie")).isEqualTo(plan);
    }

    @Test
    void whoeverSharedATableInARoundThatWasMet() {
        assertThat(plan(0).meetings()).isEmpty();
        assertThat(plan(1).meetings()).containsExactly(new SpeedDates.Meeting(1, AN, BO));
        assertThat(plan(2).meetings())
                .containsExactly(new SpeedDates.Meeting(1, AN, BO), new SpeedDates.Meeting(2, CIS, AN));
    }

    @Test
    void whoeverIsForgottenKeepsASeatWithoutAName() {
        var plan = plan(1).without(List.of("an-_1"), NOW);
        var read = SpeedDatesItem.read(SpeedDatesItem.write(plan, Item.map()), "sessie");

        assertThat(read.toString()).doesNotContain("name=An,");
        assertThat(read.meetings()).singleElement()
                .satisfies(meeting -> assertThat(meeting.one().name()).isEmpty());
        assertThat(OwnDates.of(read, "bo").dates().getFirst().others()).extracting(Seatmate::organisation)
                .containsExactly("Organisatie van An");
    }

    @Test
    void onesOwnListIsAnotherWhenTheTableTheTimeOrTheCompanyIs() {
        var before = OwnDates.of(plan(0), "an-_1");
        assertThat(before.dates()).extracting(OwnDates.Date::table).containsExactly(Optional.of(2), Optional.of(1));
        assertThat(before.inShort()).isEqualTo(OwnDates.of(plan(2), "an-_1").inShort());
        assertThat(before.inShort()).isNotEqualTo(OwnDates.of(plan(0), "cis").inShort());
        assertThat(OwnDates.of(plan(0), "bo").dates()).hasSize(1);
        assertThat(OwnDates.of(plan(0), "niemand").isEmpty()).isTrue();
    }
}
