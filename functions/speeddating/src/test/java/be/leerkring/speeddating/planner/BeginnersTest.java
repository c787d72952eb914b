package be.leerkring.speeddating.planner;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.testing.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody could do better by hand, at tables of two and more, with wishes, bars and history: nothing. */
class BeginnersTest {

    private static final int NETWORKS = Sampled.of(400);

    @Test
    void noPlanIsWorseThanWhatANaiveGreedyMakes() {
        everyNetwork(request -> request);
    }

    @Test
    void norIsOneTwoByTwo() {
        everyNetwork(Networks::twoByTwo);
    }

    @Test
    void norIfItIsStoppedAtOnce() {
        everyNetwork(request -> request.withTimeLimit(Duration.ZERO));
    }

    private static void everyNetwork(UnaryOperator<PlanRequest> kind) {
        long seed = Proof.seed();
        Random random = new Random(seed);
        for (int i = 0; i < NETWORKS; i++) {
            isNoWorse(kind.apply(Networks.ofAllKinds(random, 40)), "seed %d, network %d".formatted(seed, i));
        }
    }

    private static void isNoWorse(PlanRequest request, String network) {
        EveryPlan.Reached greedy = NaiveGreedy.reached(request);
        EveryPlan.Reached reached = reached(request, Planner.plan(request));

        assertThat(EveryPlan.Reached.by(request.aim()).compare(reached, greedy))
                .as("%s: %s, greedily %s", network, reached, greedy)
                .isNotNegative();
    }

    /** Once they were worse, for a wish that had been met before weighed as much as one that was new. */
    @ParameterizedTest(name = "seed {0}, network {1}")
    @CsvSource({"1001, 511", "31337, 190", "31337, 202", "31337, 279", "31337, 373", "31337, 752", "31337, 897"})
    void norAreThoseThatOnceWere(long seed, int before) {
        PlanRequest request = Networks.found(seed, before, 40);

        isNoWorse(request, "as it is");
        isNoWorse(Networks.twoByTwo(request), "two by two");
        isNoWorse(request.withTimeLimit(Duration.ZERO), "stopped at once");
    }

    @Test
    void nobodyMeetsWhomTheyKnowWhileTwoWhoNeverMetWait() {
        long seed = Proof.seed();
        Random random = new Random(seed);
        for (int i = 0; i < NETWORKS; i++) {
            PlanRequest request = i % 2 == 0 ? Networks.ofPairs(random, 30) : Networks.ofAllKinds(random, 16);
            Plan plan = Planner.plan(request);
            Map<Pair, Integer> meetings = Sessions.meetings(plan.rounds());
            List<Pair> wait = plan.certificate().unmet();
            for (Round round : plan.rounds()) {
                for (Table table : round.tables()) {
                    if (pairs(table).stream().allMatch(pair -> couldMakeWay(request, meetings, pair))) {
                        Set<String> free = new HashSet<>(round.sittingOut());
                        free.addAll(table.people());

                        assertThat(wait)
                                .as("seed %d, network %d, %s", seed, i, table)
                                .noneMatch(pair -> free.contains(pair.one()) && free.contains(pair.other())
                                        && !keepsTable(request, pair));
                    }
                }
            }
        }
    }

    private static Set<Pair> pairs(Table table) {
        return Sessions.meetings(List.of(new Round(List.of(table), List.of()))).keySet();
    }

    /** Whether a plan without this meeting would bring as many together, and grant as many wishes. */
    private static boolean couldMakeWay(PlanRequest request, Map<Pair, Integer> meetings, Pair pair) {
        boolean known = request.earlier().containsKey(pair) && !request.mustMeet().contains(pair);
        return known || meetings.get(pair) > 1;
    }

    private static boolean keepsTable(PlanRequest request, Pair pair) {
        return request.participants().stream()
                .anyMatch(one -> one.keepsTable() && (one.id().equals(pair.one()) || one.id().equals(pair.other())));
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
