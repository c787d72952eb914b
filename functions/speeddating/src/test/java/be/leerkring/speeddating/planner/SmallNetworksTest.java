package be.leerkring.speeddating.planner;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.testing.Proof;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans for a handful of people, with tables, wishes, bars and history, against every plan there is. */
class SmallNetworksTest {

    private static final int NETWORKS = Sampled.of(2_500);

    @Test
    void noBoundIsWrongAndNearlyAllPlansAreTheBest() {
        long seed = Proof.seed();
        Random random = new Random(seed);
        int best = 0;
        for (int i = 0; i < NETWORKS; i++) {
            PlanRequest request = Networks.ofAllKinds(random, EveryPlan.MOST_PEOPLE);
            Plan plan = Planner.plan(request);
            EveryPlan every = new EveryPlan(request);
            Certificate certificate = plan.certificate();

            assertThat(PlanChecker.problems(request, plan)).as("seed %d, network %d", seed, i).isEmpty();
            assertThat(certificate.people().bound().value())
                    .as("seed %d, network %d", seed, i)
                    .isGreaterThanOrEqualTo(every.best(Comparator.comparingInt(EveryPlan.Reached::people)).people());
            assertThat(certificate.organisations().bound().value())
                    .as("seed %d, network %d", seed, i)
                    .isGreaterThanOrEqualTo(
                            every.best(Comparator.comparingInt(EveryPlan.Reached::organisations)).organisations());
            EveryPlan.Reached reached = new EveryPlan.Reached(
                    request.mustMeet().size() - certificate.mustMeetUnmet().size(),
                    certificate.organisations().made(),
                    certificate.people().made());
            int behind = EveryPlan.Reached.by(request.aim()).compare(reached, every.best());
            assertThat(behind).as("seed %d, network %d", seed, i).isNotPositive();
            best += behind == 0 ? 1 : 0;
        }
        assertThat(best).as("seed %d", seed).isGreaterThanOrEqualTo(NETWORKS * 98 / 100);
    }

    /** Found by a search of another kind, where the planner once stayed one meeting behind. */
    @ParameterizedTest(name = "seed {0}, network {1}: {2} wishes, {3} meetings")
    @CsvSource({"72, 101, 8, 33", "72, 131, 2, 2"})
    void soAreThoseThatOnceWereNot(long seed, int before, int wishes, int meetings) {
        PlanRequest request = Networks.found(seed, before, 12);
        Certificate certificate = Planner.plan(request).certificate();

        assertThat(request.mustMeet().size() - certificate.mustMeetUnmet().size()).isEqualTo(wishes);
        assertThat(certificate.people().made()).isEqualTo(meetings);
    }
}
