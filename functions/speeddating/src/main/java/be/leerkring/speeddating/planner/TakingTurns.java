package be.leerkring.speeddating.planner;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BiPredicate;

/**
 * Evens out who sits out: as long as somebody sits out two rounds more than somebody else, a seat is
 * handed on from the one to the other, directly or through others, without losing a meeting.
 */
final class TakingTurns {

    private static final int HANDS = 2_000;

    private final EdgeColouring plan;
    private final BiPredicate<Integer, Integer> locked;
    private final SameWorth sameWorth;

    /** Whether two meetings are worth the same, of whom the second is not in the plan. */
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
        int n = plan.people();
        Integer[] busiest = new Integer[n];
        for (int hands = 0; hands < HANDS; hands++) {
            for (int person = 0; person < n; person++) {
                busiest[person] = person;
            }
            Arrays.sort(busiest, (one, other) -> plan.degree(other) - plan.degree(one));
            boolean moved = false;
            for (int i = 0; i < n && !moved; i++) {
                if (plan.degree(busiest[i]) - plan.degree(busiest[n - 1]) < 2) {
                    return;
                }
                moved = handOn(busiest[i]);
            }
            if (!moved) {
                return;
            }
        }
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
