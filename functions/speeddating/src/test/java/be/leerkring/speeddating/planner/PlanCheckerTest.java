package be.leerkring.speeddating.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A checker that never complains would prove nothing. */
class PlanCheckerTest {

    private final PlanRequest request = new PlanRequest(Networks.uniform(5, 2), 4, new Room(5, 2));
    private final Plan plan = Planner.plan(request);
    private final Certificate right = plan.certificate();

    @Test
    void acceptsWhatIsRight() {
        assertThat(PlanChecker.problems(request, plan)).isEmpty();
    }

    @Test
    void noticesARoundThatIsThereTwice() {
        List<Round> rounds = new ArrayList<>(plan.rounds());
        rounds.set(1, rounds.get(0));
        assertThat(PlanChecker.problems(request, new Plan(rounds, right))).isNotEmpty();
    }

    @Test
    void noticesColleaguesAtOneTable() {
        List<Round> rounds = new ArrayList<>(plan.rounds());
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tables.add(new Table(i + 1, List.of("p0" + i + "-0", "p0" + i + "-1")));
        }
        rounds.set(1, new Round(tables, List.of()));
        assertThat(PlanChecker.problems(request, new Plan(rounds, right)))
                .anyMatch(problem -> problem.startsWith("same"));
    }

    @Test
    void noticesSomebodyWhoIsForgotten() {
        List<Round> rounds = new ArrayList<>(plan.rounds());
        Round first = rounds.get(0);
        rounds.set(0, new Round(first.tables().subList(1, first.tables().size()), first.sittingOut()));
        assertThat(PlanChecker.problems(request, new Plan(rounds, right))).contains("somebody is missing");
    }

    @Test
    void noticesABoundThatIsTooLow() {
        UpperBound tooLow = new UpperBound.Seats(4, 4);
        Tally people = new Tally(right.people().made(), tooLow, right.people().fewestRounds());
        assertThat(PlanChecker.problems(request, new Plan(plan.rounds(), with(people)))).isNotEmpty();
    }

    @Test
    void noticesAnExhaustedBoundThatIsNot() {
        PlanRequest few = new PlanRequest(Networks.uniform(6, 1), 3, new Room(3, 2));
        Plan better = Planner.plan(few);
        Certificate certificate = better.certificate();
        Tally people = new Tally(
                certificate.people().made(), new UpperBound.Exhausted(8), certificate.people().fewestRounds());
        Certificate wrong = new Certificate(
                0,
                people,
                certificate.organisations(),
                certificate.repeats(),
                certificate.sittingOut(),
                certificate.unmet(),
                certificate.mustMeetUnmet());
        assertThat(PlanChecker.problems(few, new Plan(better.rounds(), wrong))).contains("exhausted 8");
    }

    @Test
    void noticesACountThatIsWrong() {
        Tally people = new Tally(
                right.people().made() - 1, right.people().bound(), right.people().fewestRounds());
        assertThat(PlanChecker.problems(request, new Plan(plan.rounds(), with(people)))).isNotEmpty();
    }

    private Certificate with(Tally people) {
        return new Certificate(
                0,
                people,
                right.organisations(),
                right.repeats(),
                right.sittingOut(),
                right.unmet(),
                right.mustMeetUnmet());
    }
}
