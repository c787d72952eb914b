package be.leerkring.speeddating.planner;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.testing.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionTest {

    @Test
    void theRoundsThatWereStay() {
        PlanRequest request = new PlanRequest(Networks.uniform(18, 2), 9, new Room(18, 2));
        Plan plan = Planner.plan(request);
        Revision revision = Planner.replan(plan.rounds(), 4, without(request, 0, 7));

        assertThat(revision.plan().rounds().subList(0, 4)).isEqualTo(plan.rounds().subList(0, 4));
        assertThat(revision.plan().certificate().firstRound()).isEqualTo(4);
    }

    @Test
    void ifNothingChangedNobodyMoves() {
        for (Room room : List.of(new Room(18, 2), new Room(9, 4), new Room(7, 5))) {
            PlanRequest request = new PlanRequest(Networks.uniform(18, 2), 6, room);
            Plan plan = Planner.plan(request);
            Revision revision = Planner.replan(plan.rounds(), 2, request);

            assertThat(revision.moved()).isEmpty();
            assertThat(Sessions.meetings(revision.plan().rounds())).isEqualTo(Sessions.meetings(plan.rounds()));
        }
    }

    @Test
    void whoeverIsLeftAloneMeetsTheNewcomerAndNobodyElseMoves() {
        PlanRequest request = new PlanRequest(Networks.uniform(18, 2), 9, new Room(18, 2));
        Plan plan = Planner.plan(request);
        List<Guest> people = new ArrayList<>(request.participants());
        people.set(5, new Guest("newcomer", "organisation 02"));
        PlanRequest now = request.withParticipants(people);
        Revision revision = Planner.replan(plan.rounds(), 3, now);

        assertThat(PlanChecker.problems(now, revision.plan())).isEmpty();
        assertThat(revision.moved()).isEmpty();
        assertThat(revision.plan().rounds().subList(3, 9))
                .allSatisfy(round -> assertThat(round.sittingOut()).isEmpty());
    }

    @Test
    void twoHundredAreReplannedInLessThanASecond() {
        PlanRequest request = Sessions.ofTwoHundred(4);
        Plan plan = Planner.plan(request);
        PlanRequest now = without(request, 10, 60, 61, 100, 150);
        ProcessorTime<Revision> replanning = ProcessorTime.of(() -> Planner.replan(plan.rounds(), 5, now));
        Revision revision = replanning.result();

        assertThat(replanning.duration()).isLessThan(Duration.ofSeconds(1));
        assertThat(PlanChecker.problems(now, revision.plan())).isEmpty();
        assertThat(revision.moved().size()).isLessThan(30);
    }

    @Test
    void revisionsOfRandomPlansAreValidAndTheirCertificatesRight() {
        long seed = Proof.seed();
        Random random = new Random(seed);
        for (int i = 0; i < Sampled.of(2_500); i++) {
            PlanRequest request = Networks.ofPairs(random, 20);
            if (i % 8 == 0) {
                request = new PlanRequest(
                        Networks.participants(random, 4 + random.nextInt(20), 9, random.nextInt(3)),
                        1 + random.nextInt(4),
                        new Room(3 + random.nextInt(4), 3 + random.nextInt(3)))
                        .withTimeLimit(Duration.ofMillis(50));
            }
            Plan plan = Planner.plan(request);
            List<Guest> people = new ArrayList<>(request.participants());
            people.removeIf(person -> random.nextInt(6) == 0 && !person.keepsTable());
            for (int newcomer = random.nextInt(4); newcomer > 0; newcomer--) {
                people.add(new Guest("new" + newcomer, "organisation " + random.nextInt(5)));
            }
            PlanRequest now = request.withParticipants(people);
            Revision revision = Planner.replan(plan.rounds(), random.nextInt(request.rounds() + 1), now);

            assertThat(PlanChecker.problems(now, revision.plan()))
                    .as("seed %d, network %d", seed, i)
                    .isEmpty();
        }
    }

    private static PlanRequest without(PlanRequest request, int... absent) {
        List<Guest> people = new ArrayList<>(request.participants());
        Set<String> ids = new HashSet<>();
        for (int one : absent) {
            ids.add(people.get(one).id());
        }
        people.removeIf(person -> ids.contains(person.id()));
        return request.withParticipants(people);
    }
}
