package be.leerkring.speeddating.plan;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.speeddating.DatingDesk;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A plan while its rounds take place, and when they are over. */
final class HoldingRoundsTest extends PlanningDesk {

    /** Three rounds were; then one is away, and somebody comes unannounced. */
    @Test
    void theRoundsThatWereStayAndFewMoveInThoseToCome() {
        var people = desk.people(session, 20, 2);
        plan("rounds", "8");
        for (int round = 0; round < 3; round++) {
            assertThat(step("next").status()).isEqualTo(303);
        }
        var before = desk.plan();
        var away = people.get(4);
        desk.put(away.as(RegistrationState.ABSENT));
        assertThat(an.get(PAGE).text()).contains("Eén persoon in het plan komt niet (meer): An 5.");
        desk.put(DatingDesk.person(session, "Zoë Onverwacht", "org-21").as(RegistrationState.ATTENDED));
        assertThat(an.get(PAGE).text()).contains("Eén persoon staat nog niet in het plan: Zoë Onverwacht.");

        plan("way", "changed");

        var after = desk.plan();
        assertThat(after.done()).isEqualTo(3);
        assertThat(tables(after).subList(0, 3)).isEqualTo(tables(before).subList(0, 3));
        assertThat(after.rounds().subList(3, 8)).allSatisfy(round -> {
            assertThat(round.has(away.person())).isFalse();
            assertThat(round.tables()).hasSize(20);
        });
        assertThat(after.moved()).hasSizeLessThanOrEqualTo(8);
        assertThat(after.proof().from()).isEqualTo(3);
        assertThat(after.meetings()).hasSize(60);
        assertThat(an.get(PAGE).text())
                .contains("Dit gaat over ronde 4 en later")
                .doesNotContain("nog niet in het plan")
                .doesNotContain("niet (meer)");
    }

    private static List<Map<String, Integer>> tables(SpeedDates plan) {
        return plan.rounds().stream()
                .map(round -> round.tables().stream()
                        .flatMap(table -> table.people().stream()
                                .map(one -> Map.entry(one.person(), table.number())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .toList();
    }

    @Test
    void whatTookPlaceIsClosedUntilSomebodyOpensItAgain() {
        desk.people(session, 6, 1);
        plan("rounds", "5");
        var form = an.get(PAGE).form("way", "anew");
        step("next");
        step("close");

        assertThat(desk.plan().state()).isEqualTo(SpeedDates.State.TOOK_PLACE);
        assertThat(desk.plan().meetings()).hasSize(3);
        assertThat(an.post(PAGE, form).status()).isEqualTo(409);
        assertThat(step("next").status()).isEqualTo(409);

        step("reopen");
        assertThat(desk.plan().state()).isEqualTo(SpeedDates.State.PLANNED);
        assertThat(desk.plan().done()).isEqualTo(1);
    }
}
