package be.leerkring.speeddating.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Plans two by two for networks at random, against the checker and against exhaustive search.
 *
 * <p>A plan whose certificate has no gap is the best there is: the checker proves the bound, and counts what the plan
 * makes, by code of its own, and nothing lies between the two. So for up to ten people exhaustive search is asked
 * wherever there is a gap; for up to seven also where there is none, and for eight to ten of those a sample.
 */
@AddLifecycleHook(Sampled.class)
class PairsOfRandomNetworksTest {

    private static final int SMALL = 10;
    private static final int TINY = 7;
    private static final int SEEDS = 8;

    /** Which networks of the sample there are: always the same, for some take the search minutes. */
    private static final String SAMPLE = "2017";

    @Provide
    Arbitrary<PlanRequest> networks() {
        return Arbitraries.randomValue(random -> Networks.ofPairs(random, random.nextInt(4) == 0 ? 18 : SMALL));
    }

    @Provide
    Arbitrary<PlanRequest> largeNetworks() {
        return Arbitraries.randomValue(random -> Networks.ofPairs(random, 60));
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void planIsValidAndItsCertificateIsRight(@ForAll("networks") PlanRequest request) {
        Plan plan = Planner.plan(request);

        assertThat(PlanChecker.problems(request, plan)).isEmpty();
        FewestRounds fewest = plan.certificate().people().fewestRounds();
        assertThat(fewest.upper()).isLessThanOrEqualTo(fewest.lower() + 1);
        if (fewest.upper() > 0) {
            assertThat(Planner.plan(inRounds(request, fewest.upper())).certificate().unmet()).isEmpty();
        }
        // Beyond seven people the search takes long, and is asked only what the bound leaves open.
        boolean open = !plan.certificate().people().noPlanCanDoBetter();
        if (request.participants().size() <= (open ? SMALL : TINY)) {
            ExhaustiveOracle oracle = new ExhaustiveOracle(freshPairs(request), request.rounds(),
                    request.room().tables());
            assertThat(oracle.canMake(plan.certificate().people().made() + 1)).isFalse();
        }
    }

    @Provide
    Arbitrary<PlanRequest> sample() {
        return Arbitraries.randomValue(random -> Networks.ofPairs(random, SMALL))
                .filter(request -> request.participants().size() > TINY);
    }

    @Property(tries = 400, seed = SAMPLE, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void exhaustiveSearchFindsNothingBetterForEightToTenPeople(@ForAll("sample") PlanRequest request) {
        Plan plan = Planner.plan(request);
        ExhaustiveOracle oracle = new ExhaustiveOracle(freshPairs(request), request.rounds(), request.room().tables());

        assertThat(oracle.canMake(plan.certificate().people().made())).isTrue();
        assertThat(oracle.canMake(plan.certificate().people().made() + 1)).isFalse();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void noSeedMakesThePlanWorse(@ForAll("networks") PlanRequest request) {
        int meetings = Planner.plan(request).certificate().people().made();
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(Planner.plan(request.withSeed(seed)).certificate().people().made()).isEqualTo(meetings);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void soIsThatOfLargerNetworks(@ForAll("largeNetworks") PlanRequest request) {
        Plan plan = Planner.plan(request);

        assertThat(PlanChecker.problems(request, plan)).isEmpty();
        FewestRounds fewest = plan.certificate().people().fewestRounds();
        assertThat(fewest.upper()).isLessThanOrEqualTo(fewest.lower() + 1);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void soIsThatOfOrganisationsWhoComeFirst(@ForAll("largeNetworks") PlanRequest request) {
        PlanRequest organisationsFirst = request.withAim(Aim.ORGANISATIONS);
        Plan plan = Planner.plan(organisationsFirst);

        assertThat(PlanChecker.problems(organisationsFirst, plan)).isEmpty();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void soIsThatOfThoseWithWishes(@ForAll("networks") PlanRequest request, @ForAll Random random) {
        Set<Pair> wishes = new HashSet<>();
        for (Guest one : request.participants()) {
            for (Guest other : request.participants()) {
                if (random.nextInt(6) == 0 && !one.organisation().equals(other.organisation())) {
                    wishes.add(new Pair(one.id(), other.id()));
                }
            }
        }
        wishes.removeAll(request.mustNotMeet());
        PlanRequest withWishes = request.withMustMeet(wishes);
        Plan plan = Planner.plan(withWishes);

        assertThat(PlanChecker.problems(withWishes, plan)).isEmpty();
    }

    private static PlanRequest inRounds(PlanRequest request, int rounds) {
        return new PlanRequest(
                request.participants(),
                rounds,
                request.room(),
                request.mustMeet(),
                request.mustNotMeet(),
                request.earlier(),
                request.organisationsMet(),
                request.aim(),
                request.seed(),
                request.timeLimit());
    }

    private static Map<String, Set<String>> freshPairs(PlanRequest request) {
        Map<String, Set<String>> fresh = new HashMap<>();
        for (Guest one : request.participants()) {
            Set<String> others = new HashSet<>();
            for (Guest other : request.participants()) {
                if (!one.organisation().equals(other.organisation())
                        && !(one.keepsTable() && other.keepsTable())
                        && !request.mustNotMeet().contains(new Pair(one.id(), other.id()))
                        && !request.earlier().containsKey(new Pair(one.id(), other.id()))) {
                    others.add(other.id());
                }
            }
            fresh.put(one.id(), others);
        }
        return fresh;
    }
}
