package be.leerkring.speeddating.planner;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.testing.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What anybody could do better by hand, at tables of two and more, with wishes, bars and history: nothing. */
class BeginnersTest {

    private static final int NETWORKS = Sampled.of(400);

    @Test
    void noPlanIsWorseThanWhatANaiveGreedyMakes() {
        long seed = Proof.seed();
        Random random = new Random(seed);
        for (int i = 0; i < NETWORKS; i++) {
            PlanRequest request = Networks.ofAllKinds(random, 40);
            EveryPlan.Reached greedy = NaiveGreedy.reached(request);

            EveryPlan.Reached reached = reached(request, Planner.plan(request));

            assertThat(EveryPlan.Reached.by(request.aim()).compare(reached, greedy))
                    .as("seed %d, network %d: %s, greedily %s", seed, i, reached, greedy)
                    .isNotNegative();
        }
    }

    @Test
    void norIfItIsStoppedAtOnce() {
        long seed = Proof.seed();
        Random random = new Random(seed);
        for (int i = 0; i < NETWORKS; i++) {
            PlanRequest request = Networks.ofAllKinds(random, 40)
                    .withMustMeet(Set.of())
                    .withAim(Aim.PEOPLE)
                    .withTimeLimit(Duration.ZERO);

            assertThat(reached(request, Planner.plan(request)).people())
                    .as("seed %d, network %d", seed, i)
                    .isGreaterThanOrEqualTo(NaiveGreedy.reached(request).people());
        }
    }

    @Test
    void noTwoPeopleWhoExchangeSeatsMakeAPlanBetter() {
        long seed = Proof.seed();
        Random random = new Random(seed);
        for (int i = 0; i < NETWORKS; i++) {
            PlanRequest request = Networks.ofAllKinds(random, 16);
            Plan plan = Planner.plan(request);
            EveryPlan.Reached reached = reached(request, plan);
            for (int round = 0; round < request.rounds(); round++) {
                for (Guest one : request.participants()) {
                    for (Guest other : request.participants()) {
                        EveryPlan.Reached after = reached(
                                request, exchanged(request, plan, round, one, other), reached);

                        assertThat(EveryPlan.Reached.by(request.aim()).compare(after, reached))
                                .as("seed %d, network %d, round %d: %s and %s", seed, i, round, one, other)
                                .isNotPositive();
                    }
                }
            }
        }
    }

    private static EveryPlan.Reached reached(PlanRequest request, Plan plan) {
        return EveryPlan.Reached.of(request, Sessions.meetings(plan.rounds()).keySet());
    }

    /** What the rounds come to, or the other where they put people together who may not meet. */
    private static EveryPlan.Reached reached(
            PlanRequest request, List<Round> rounds, EveryPlan.Reached otherwise) {
        Map<String, Guest> guests = new HashMap<>();
        request.participants().forEach(one -> guests.put(one.id(), one));
        Map<Pair, Integer> meetings = Sessions.meetings(rounds);
        boolean allowed = meetings.keySet().stream().noneMatch(pair -> {
            Guest one = guests.get(pair.one());
            Guest other = guests.get(pair.other());
            return one.organisation().equals(other.organisation())
                    || request.mustNotMeet().contains(pair);
        });
        return allowed ? EveryPlan.Reached.of(request, meetings.keySet()) : otherwise;
    }

    /** The rounds in which two exchange seats, or one takes the other's who sits out; not those who keep a table. */
    private static List<Round> exchanged(PlanRequest request, Plan plan, int number, Guest one, Guest other) {
        List<Round> rounds = new ArrayList<>(plan.rounds());
        if (!one.keepsTable() && !other.keepsTable()) {
            Round round = rounds.get(number);
            List<Table> tables = round.tables().stream()
                    .map(table -> new Table(table.number(), swapped(table.people(), one.id(), other.id())))
                    .toList();
            rounds.set(number, new Round(tables, swapped(round.sittingOut(), one.id(), other.id())));
        }
        return rounds;
    }

    private static List<String> swapped(List<String> people, String one, String other) {
        List<String> swapped = new ArrayList<>(people);
        Collections.replaceAll(swapped, one, "");
        Collections.replaceAll(swapped, other, one);
        Collections.replaceAll(swapped, "", other);
        return swapped;
    }
}
