package be.leerkring.speeddating.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Eighteen organisations of two people, who met for the first time in 2017. */
class NetworkOf2017Test {

    private static final Room EIGHTEEN_TABLES = new Room(18, 2);

    @Test
    void allPairsOfOrganisationsMeetInNineRoundsAndInNoFewer() {
        PlanRequest request = request(9).withAim(Aim.ORGANISATIONS);
        Plan plan = Planner.plan(request);

        Tally organisations = plan.certificate().organisations();
        assertThat(PlanChecker.problems(request, plan)).isEmpty();
        assertThat(organisations.made()).isEqualTo(153);
        assertThat(organisations.noPlanCanDoBetter()).isTrue();
        assertThat(organisations.fewestRounds().lower()).isEqualTo(9);
        assertThat(organisations.fewestRounds().upper()).isEqualTo(9);
        assertThat(organisations.fewestRounds().reason()).isInstanceOf(LowerBound.Busiest.class);
    }

    @Test
    void meanwhileAllSeatsBringTwoPeopleTogetherWhoNeverMet() {
        Certificate certificate = Planner.plan(request(9).withAim(Aim.ORGANISATIONS)).certificate();

        assertThat(certificate.people().made()).isEqualTo(9 * 18);
        assertThat(certificate.people().noPlanCanDoBetter()).isTrue();
        assertThat(certificate.repeats()).isZero();
    }

    @Test
    void inEightRoundsAsManyOrganisationsMeetAsTheSeatsAllow() {
        Tally organisations = Planner.plan(request(8).withAim(Aim.ORGANISATIONS)).certificate().organisations();

        assertThat(organisations.made()).isEqualTo(8 * 18);
        assertThat(organisations.noPlanCanDoBetter()).isTrue();
    }

    @Test
    void allPairsOfPeopleMeetIn34Rounds() {
        PlanRequest request = request(34);
        Plan plan = Planner.plan(request);

        assertThat(PlanChecker.problems(request, plan)).isEmpty();
        assertThat(plan.certificate().people().made()).isEqualTo(612);
        assertThat(plan.certificate().people().fewestRounds().upper()).isEqualTo(34);
        assertThat(plan.certificate().unmet()).isEmpty();
    }

    private static PlanRequest request(int rounds) {
        return new PlanRequest(Networks.uniform(18, 2), rounds, EIGHTEEN_TABLES);
    }
}
