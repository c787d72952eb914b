package be.leerkring.speeddating.planner;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.testing.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

    @ParameterizedTest(name = "{0} tables of {1} in {2} rounds: at most {3} repeats")
    @CsvSource({"4,4,5,0", "5,3,7,0", "6,3,8,0", "6,4,7,0", "7,4,9,0", "8,4,10,0", "9,4,11,0", "9,2,17,0"})
    void everyRowOfTheSharedTableHasFewRepeats(int tables, int seats, int rounds, int repeats) {
        check(new PlanRequest(Networks.uniform(tables * seats, 1), rounds, new Room(tables, seats)), repeats);
    }

    @ParameterizedTest(name = "18 organisations of 2 at {0} tables of {1} in {2} rounds: at most {3} repeats")
    @CsvSource({"9,4,10,0", "6,6,4,2", "6,6,5,12", "18,2,8,0", "12,3,8,0", "9,4,6,0", "6,6,3,0"})
    void soDoEighteenOrganisationsOfTwo(int tables, int seats, int rounds, int repeats) {
        check(new PlanRequest(Networks.uniform(18, 2), rounds, new Room(tables, seats)), repeats);
    }

    @Test
    void noSeedBringsTwoTogetherTwiceAtEightTablesOfFourInTenRounds() {
        PlanRequest request = new PlanRequest(Networks.uniform(32, 1), 10, new Room(8, 4));
        for (int seed = 0; seed < 50; seed++) {
            assertThat(Planner.plan(request.withSeed(seed)).certificate().repeats()).isZero();
        }
    }

    private static void check(PlanRequest request, int repeats) {
        ProcessorTime<Plan> planning = ProcessorTime.of(() -> Planner.plan(request.withTimeLimit(Networks.PATIENCE)));
        Plan plan = planning.result();

        assertThat(planning.duration()).isLessThan(Duration.ofSeconds(5));
        assertThat(PlanChecker.problems(request, plan)).isEmpty();
        Certificate certificate = plan.certificate();
        assertThat(certificate.repeats()).isLessThanOrEqualTo(repeats);
        int impossible = request.rounds() * request.room().meetingsInARound(request.participants().size())
                - certificate.people().bound().value();
        assertThat(certificate.people().gap()).isEqualTo(certificate.repeats() - impossible);
        assertThat(certificate.sittingOut().values()).containsOnly(0);
    }

    @Test
    void plansOfRandomNetworksAreValidAndTheirCertificatesRight() {
        long seed = Proof.seed();
        Random random = new Random(seed);
        for (int i = 0; i < Sampled.of(500); i++) {
            int people = 3 + random.nextInt(25);
            int seats = 3 + random.nextInt(4);
            Room room = new Room(1 + random.nextInt(8), seats);
            int keeping = random.nextInt(1 + Math.min(people, room.tables()));
            PlanRequest request = new PlanRequest(
                    Networks.participants(random, people, 2 + random.nextInt(people), keeping),
                    1 + random.nextInt(5),
                    room)
                    .withAim(random.nextBoolean() ? Aim.PEOPLE : Aim.ORGANISATIONS)
                    .withTimeLimit(Duration.ofMillis(200));

            assertThat(PlanChecker.problems(request, Planner.plan(request)))
                    .as("seed %d, network %d", seed, i)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} people of {1} organisations at {2} tables of {3} in {4} rounds: {5} meetings")
    @CsvSource({"3,2,1,7,13,2", "5,3,1,6,12,8"})
    void seatsCountOnlyAsFarAsThereAreOrganisations(
            int people, int organisations, int tables, int seats, int rounds, int meetings) {
        List<Guest> participants = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            participants.add(new Guest("p" + person, "organisation " + person % organisations));
        }
        PlanRequest request = new PlanRequest(participants, rounds, new Room(tables, seats));
        Plan plan = Planner.plan(request);

        assertThat(PlanChecker.problems(request, plan)).isEmpty();
        assertThat(plan.certificate().people().made()).isEqualTo(meetings);
    }

    @Test
    void whileSomebodySitsOutWhoKeepsATableOthersMaySitAtIt() {
        List<Guest> people = new ArrayList<>();
        for (char organisation : "10301311".toCharArray()) {
            int number = people.size();
            people.add(new Guest("p" + number, "o" + organisation, number < 3, Set.of(), Set.of()));
        }
        PlanRequest request = new PlanRequest(people, 4, new Room(3, 6))
                .withEarlier(Map.of(
                        new Pair("p1", "p4"), 1,
                        new Pair("p3", "p5"), 1,
                        new Pair("p0", "p6"), 3,
                        new Pair("p3", "p7"), 3))
                .withSeed(5099);

        assertThat(PlanChecker.problems(request, Planner.plan(request))).isEmpty();
    }

    @Test
    void whoKnowsEachOtherFromEarlierSitsApart() {
        PlanRequest first = new PlanRequest(Networks.uniform(18, 2), 4, new Room(9, 4));
        Plan before = Planner.plan(first);
        PlanRequest second = first.withEarlier(Sessions.meetings(before.rounds()));
        Plan plan = Planner.plan(second);

        assertThat(PlanChecker.problems(second, plan)).isEmpty();
        assertThat(plan.certificate().repeats()).isLessThanOrEqualTo(5);
    }

    @Test
    void designsLetNobodyMeetTwice() {
        int[][] shapes = {{4, 4, 5}, {5, 3, 7}, {8, 4, 9}, {8, 4, 10}, {9, 4, 9}, {12, 3, 12}, {8, 8, 9}, {25, 5, 26},
                {20, 5, 10}};
        for (int[] shape : shapes) {
            Design design = Designs.of(shape[0], shape[1], shape[2]).findFirst().orElseThrow();
            int points = shape[0] * shape[1];
            assertThat(design.rounds().length).isGreaterThanOrEqualTo(shape[2]);
            for (int[] round : design.rounds()) {
                for (int table = 0; table < shape[0]; table++) {
                    int number = table;
                    assertThat(IntStream.of(round).filter(at -> at == number).count()).isEqualTo(shape[1]);
                }
            }
            for (int one = 0; one < points; one++) {
                for (int other = 0; other < one; other++) {
                    int meetings = 0;
                    for (int[] round : design.rounds()) {
                        meetings += round[one] == round[other] ? 1 : 0;
                    }
                    assertThat(meetings).isLessThanOrEqualTo(1);
                }
            }
        }
    }
}
