package be.leerkring.speeddating.plan;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.desk.LogEntry;
import be.leerkring.meetings.plan.Seatmate;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.speeddating.DatingDesk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plan at the desk: how it is made, what it says of itself, and what becomes of it on the day. */
final class PlanTest extends PlanningDesk {

    @Test
    void fortyPeopleOfTwentyOrganisationsMeetAsManyAsCanAndThePageSaysSo() {
        desk.people(session, 20, 2);

        assertThat(plan("rounds", "8", "start", "14:30").status()).isEqualTo(303);

        var plan = desk.plan();
        assertThat(plan.rounds()).hasSize(8).allSatisfy(round -> assertThat(round.tables()).hasSize(20));
        assertThat(plan.rounds()).allSatisfy(PlanTest::seatsNobodyWithTheirOwn);
        assertThat(an.get(PAGE).text())
                .contains("160 van 160: geen plan kan beter.")
                .contains("in een ronde kunnen hoogstens 20 paren samen aan een tafel zitten")
                .contains("Niemand: iedereen zit elke ronde aan een tafel.")
                .contains("Ronde 8, 15.26");
        assertThat(desk.organiser("bo", "en").get(PAGE).text()).contains("160 of 160: no plan can do better.");
    }

    private static void seatsNobodyWithTheirOwn(SpeedDates.Round round) {
        assertThat(round.tables()).allSatisfy(table -> assertThat(table.people())
                .extracting(Seatmate::organisationKey)
                .doesNotHaveDuplicates());
    }

    /** Two of five are of one organisation, in one round: two tables are filled, and one person is left over. */
    @Test
    void whoSitsOutStandsThereAndSoDoesWhatRemains() {
        desk.people(session, 3, 1);
        desk.put(DatingDesk.person(session, "Bo Eerst", "org-9"));
        desk.put(DatingDesk.person(session, "Bo Tweede", "org-9"));

        plan("rounds", "", "available", "9", "minutes", "5", "change", "2");

        assertThat(desk.plan().rounds()).hasSize(1);
        assertThat(an.get(PAGE).text())
                .contains("2 van 2: geen plan kan beter.")
                .contains("Eén persoon slaat 1 ronde over")
                .contains("7 paren mogen elkaar ontmoeten en hebben dat na dit plan nog niet gedaan.");
    }

    @Test
    void aProofIsClaimedWhereThereIsOneAndNowhereElse() {
        desk.people(session, 20, 1);
        for (var seats : List.of("2", "4", "5", "7")) {
            for (var rounds : List.of("3", "6", "9")) {
                plan("rounds", rounds, "seats", seats, "way", "anew");
                var tally = desk.plan().proof().people();
                assertThat(an.get(PAGE).text()
                        .contains(tally.made() + " van " + tally.made() + ": geen plan kan beter. Mensen"))
                        .as(seats + " at a table, " + rounds + " rounds: " + tally)
                        .isEqualTo(tally.made() == tally.bound());
            }
        }
    }

    @Test
    void wishesAreKept() {
        var people = desk.people(session, 8, 1);

        plan(
                "rounds", "1",
                "wish-0-kind", "meet", "wish-0-one", people.get(0).person(), "wish-0-other", people.get(5).person(),
                "wish-1-kind", "apart", "wish-1-one", people.get(1).person(), "wish-1-other", people.get(2).person(),
                "keeps-" + people.get(3).person(), "yes",
                "out-" + people.get(7).person(), "yes");

        var plan = desk.plan();
        assertThat(plan.rounds().getFirst().tableOf(people.get(0).person()).orElseThrow().people())
                .extracting(Seatmate::person)
                .contains(people.get(5).person());
        assertThat(plan.settings().mustNotMeet()).hasSize(1);
        assertThat(plan.people()).extracting(Seatmate::name).doesNotContain("An 8");
        assertThat(plan.people().stream().filter(Seatmate::keepsTable)).extracting(Seatmate::name)
                .containsExactly("An 4");
        assertThat(an.get(PAGE).form()).containsEntry("wish-0-kind", "meet").containsEntry("wish-1-kind", "apart");
    }

    @Test
    void whatContradictsItselfIsRefusedAndEveryErrorHasItsField() {
        var people = desk.people(session, 4, 2);
        var one = people.get(0).person();
        var other = people.get(2).person();
        var answer = plan(
                "rounds", "41",
                "start", "25:00",
                "wish-0-kind", "meet", "wish-0-one", one, "wish-0-other", other,
                "wish-1-kind", "apart", "wish-1-one", other, "wish-1-other", one);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#rounds\"", "href=\"#start\"");
        assertThat(answer.form()).containsEntry("rounds", "41").containsEntry("wish-1-one", other);

        var wishes = plan(
                "wish-0-kind", "meet", "wish-0-one", one, "wish-0-other", other,
                "wish-1-kind", "apart", "wish-1-one", other, "wish-1-other", one,
                "wish-2-kind", "meet", "wish-2-one", one, "wish-2-other", people.get(1).person(),
                "wish-3-kind", "", "wish-3-one", one, "wish-3-other", "");
        assertThat(wishes.status()).isEqualTo(422);
        assertThat(wishes.body()).contains("href=\"#wish-1-one\"", "href=\"#wish-2-one\"", "href=\"#wish-3-one\"");
        assertThat(desk.log("kennismaking")).isEmpty();
    }

    @Test
    void aSecondOrganiserSeesWhatTheFirstDidAndOverwritesNothingUnseen() {
        desk.people(session, 6, 2);
        var bo = desk.organiser("bo");
        var seenByBo = bo.get(PAGE);
        plan("rounds", "4");

        var refused = bo.post(PAGE, seenByBo.form("rounds", "6"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Iemand anders heeft het plan intussen gewijzigd");
        assertThat(refused.form()).containsEntry("rounds", "6");
        assertThat(desk.plan().rounds()).hasSize(4);

        assertThat(bo.post(PAGE, refused.form("way", "anew")).status()).isEqualTo(303);
        assertThat(desk.plan().rounds()).hasSize(6);
        assertThat(desk.log("kennismaking")).extracting(LogEntry::by).containsExactlyInAnyOrder(
                "bo@example.org", "an@example.org");
    }

    @Test
    void anotherSeedGivesAnotherPlanThatIsAsGood() {
        desk.people(session, 10, 2);
        plan("rounds", "5");
        var first = desk.plan();

        plan("way", "otherwise");

        var second = desk.plan();
        assertThat(second.rounds()).isNotEqualTo(first.rounds());
        assertThat(second.proof().people()).isEqualTo(first.proof().people());
    }

    @Test
    void thoseWhoWereCheckedInAreEnough() {
        var people = desk.people(session, 6, 1);
        people.subList(0, 4).forEach(one -> desk.put(one.as(RegistrationState.ATTENDED)));

        plan("rounds", "3", "who", "here");

        assertThat(desk.plan().people()).extracting(Seatmate::name)
                .containsExactlyElementsOf(people.subList(0, 4).stream().map(Participant::name).toList());
    }

    @Test
    void withoutPeopleThereIsNothingToPlanAndNoSuchSessionIsNotFound() {
        assertThat(plan("rounds", "3").status()).isEqualTo(422);
        assertThat(an.get("/organiser/sessions/nergens/speed-dating").status()).isEqualTo(404);
        assertThat(desk.stranger().get(PAGE).location()).isEqualTo("/organiser/sign-in");
    }
}
