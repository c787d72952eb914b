package be.leerkring.speeddating.planner;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;

/**
 * Evens out who sits out: as long as somebody sits out two rounds more than somebody else, a seat is
 * handed on from the one to the other, directly or through others, without losing a meeting. Where
 * no seat can be handed on, somebody changes the round in which they sit out, and then it may.
 */
final class TakingTurns {

    /** How many rounds are looked at in all, for a seat to hand on. */
    private static final long LOOKS = 30_000_000;
    private static final int SHAKES = 30;

    private final EdgeColouring plan;
    private final BiPredicate<Integer, Integer> locked;
    private final SameWorth sameWorth;
    private final RandomGenerator random = new SplittableRandom(1);
    private long looks;

    /** Whether a partner may as well meet the one who comes as the one who leaves. */
    interface SameWorth {
        boolean test(int partner, int leaving, int coming);
    }

    TakingTurns(EdgeColouring plan, BiPredicate<Integer, Integer> locked, SameWorth sameWorth) {
        this.plan = plan;
        this.locked = locked;
        this.sameWorth = sameWorth;
    }

    /** People two by two: a first meeting is worth a first meeting, an old one an old one. */
    static TakingTurns of(Crowd crowd, EdgeColouring plan) {
        return new TakingTurns(
                plan,
                (one, other) -> crowd.must[one][other],
                (partner, leaving, coming) -> !crowd.barred[partner][coming]
                        && (crowd.before[partner][coming] == 0) == (crowd.before[partner][leaving] == 0));
    }

    void even() {
        int shakes = SHAKES;
        while (plan.people() > 0 && looks < LOOKS && shakes > 0) {
            Integer[] busiest = byRoundsSat();
            int last = busiest[busiest.length - 1];
            if (plan.degree(busiest[0]) - plan.degree(last) < 2) {
                return;
            }
            boolean moved = false;
            for (int i = 0; !moved && plan.degree(busiest[i]) - plan.degree(last) >= 2; i++) {
                moved = handOn(busiest[i]);
            }
            if (!moved) {
                shakes--;
                shake(last);
            }
        }
    }

    private Integer[] byRoundsSat() {
        Integer[] people = new Integer[plan.people()];
        Arrays.setAll(people, person -> person);
        Arrays.sort(people, (one, other) -> plan.degree(other) - plan.degree(one));
        return people;
    }

    /** Lets somebody sit out another round than before, by Kempe's exchange of the two rounds. */
    private void shake(int person) {
        int out = nthRound(person, true, random.nextInt(plan.colours() - plan.degree(person)));
        int in = plan.degree(person) == 0 ? -1 : nthRound(person, false, random.nextInt(plan.degree(person)));
        // The path must end as it began, or one round would grow at the cost of the other.
        if (in >= 0 && plan.free(in, plan.endOfPath(person, in, out))) {
            plan.exchange(person, in, out);
        }
    }

    private int nthRound(int person, boolean free, int skip) {
        int round = 0;
        while (plan.free(round, person) != free || skip-- > 0) {
            round++;
        }
        return round;
    }

    /** Hands a seat of this person on, along a shortest chain, to somebody who has two fewer. */
    private boolean handOn(int from) {
        int[] giver = new int[plan.people()];
        Arrays.fill(giver, -1);
        giver[from] = from;
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(from);
        while (!queue.isEmpty()) {
            int one = queue.remove();
            for (int other = 0; other < plan.people(); other++) {
                if (giver[other] < 0 && roundToGive(one, other) >= 0) {
                    giver[other] = one;
                    if (plan.degree(other) <= plan.degree(from) - 2) {
                        return handDown(giver, from, other);
                    }
                    queue.add(other);
                }
            }
        }
        return false;
    }

    private boolean handDown(int[] giver, int from, int to) {
        for (int at = to; at != from; at = giver[at]) {
            int round = roundToGive(giver[at], at);
            if (round < 0) {
                return at != to;
            }
            int partner = plan.partner(round, giver[at]);
            plan.take(giver[at], partner);
            plan.put(at, partner, round);
        }
        return true;
    }

    /** A round in which the one can give their seat to the other, or −1. */
    private int roundToGive(int one, int other) {
        looks += plan.colours();
        for (int round = 0; round < plan.colours(); round++) {
            int partner = plan.partner(round, one);
            if (partner >= 0
                    && partner != other
                    && plan.free(round, other)
                    && plan.colour(partner, other) < 0
                    && !locked.test(one, partner)
                    && sameWorth.test(partner, one, other)) {
                return round;
            }
        }
        return -1;
    }
}
