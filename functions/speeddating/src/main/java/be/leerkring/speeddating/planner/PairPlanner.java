package be.leerkring.speeddating.planner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Plans rounds two by two, so that as many as possible meet for the first time.
 *
 * <p>If there are rounds enough, all meet ({@link Tournament}). If not, several beginnings are made
 * (round by round, or the fullest rounds of the tournament), the best is improved by an alternating
 * walk until it reaches a bound, and for a handful of people all possibilities are tried.
 */
final class PairPlanner {

    private static final int MATCHED_ROUNDS = 40;
    private static final int WALKED = 80;
    private static final int STEPS = 20_000;
    private static final int BEGINNINGS = 7;
    private static final int HANDFUL = 10;
    private static final long NODES = 3_000_000;

    private final Crowd crowd;
    private final int rounds;
    private final int tables;
    private final MeetingGraph fresh;
    private final MeetingGraph wished;
    private final MeetingGraph wanted;
    private final PairWorth worth;
    private final RandomGenerator random;
    private final Deadline deadline;
    private final int mostWishes;
    private UpperBound bound;

    PairPlanner(Crowd crowd, int rounds) {
        this.crowd = crowd;
        this.rounds = rounds;
        tables = Math.min(crowd.request.room().tables(), crowd.size() / 2);
        fresh = crowd.fresh();
        wished = crowd.wished();
        worth = new PairWorth(crowd, fresh, wished);
        wanted = fresh.copy();
        for (int one = 0; one < crowd.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (wished.has(one, other)) {
                    wanted.add(one, other);
                }
            }
        }
        deadline = Deadline.in(crowd.request.timeLimit());
        random = new SplittableRandom(crowd.request.seed());
        bound = new PairBound(crowd, fresh, rounds).atOnce();
        mostWishes = new PairBound(crowd, wished, rounds).atOnce().value();
    }

    /** The bound that goes with the rounds last planned. */
    UpperBound bound() {
        return bound;
    }

    EdgeColouring plan() {
        return new Equalisation(firstMeetings(), tables).rounds();
    }

    private EdgeColouring firstMeetings() {
        if (tables == 0 || wanted.edges() == 0) {
            return new EdgeColouring(crowd.size(), rounds);
        }
        EdgeColouring tournament = Tournament.of(wanted, random).rounds();
        if (rounds >= tournament.colours() && wanted.edges() <= rounds * tables) {
            return fullest(tournament);
        }
        EdgeColouring best = walked(withWishes(fullest(tournament)), STEPS / 10);
        if (worth.meetings(best) < bound.value()) {
            bound = new PairBound(crowd, fresh, rounds).afterSearch();
        }
        // The bound may be lower now, and reached; if not, it is worth a longer walk.
        best = fallsShort(best) ? improved(best) : best;
        if (crowd.organisations.size() < crowd.size() && crowd.size() <= WALKED && !crowd.fits()) {
            best = better(improved(withWishes(organisationsFirst())), best);
        }
        if (rounds <= MATCHED_ROUNDS && (fallsShort(best) || crowd.fits()) && !deadline.passed()) {
            best = better(improved(withWishes(matched(true))), best);
        }
        if (fallsShort(best) && rounds <= MATCHED_ROUNDS && !deadline.passed()) {
            best = better(best, improved(withWishes(matched(false))));
        }
        if (fallsShort(best) && !deadline.passed()) {
            best = better(best, improved(wishesFirst()));
        }
        if (fallsShort(best)) {
            best = better(better(best, byHand(true)), byHand(false));
        }
        if (fallsShort(best) && wished.edges() > 0) {
            best = better(best, atTables(best));
        }
        return crowd.size() <= HANDFUL && wished.edges() == 0 ? afterAllPossibilities(best) : best;
    }

    private boolean fallsShort(EdgeColouring plan) {
        int oldWishes = wanted.edges() - fresh.edges();
        int seatsLeft = rounds * tables - (mostWishes == wished.edges() ? oldWishes : 0);
        return worth.wishes(plan) < mostWishes || worth.meetings(plan) < Math.min(bound.value(), seatsLeft);
    }

    private int goal() {
        return Math.min(bound.value() + wanted.edges() - fresh.edges(), rounds * tables);
    }

    private EdgeColouring matched(boolean inTurn) {
        return new RoundByRound(crowd, wanted, rounds, tables, inTurn, random).plan();
    }

    /** The tournament's rounds with most meetings, and with no more in all than there are tables for. */
    private EdgeColouring fullest(EdgeColouring tournament) {
        Integer[] order = new Integer[tournament.colours()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingInt(round -> -tournament.classSize(round)));
        EdgeColouring plan = new EdgeColouring(crowd.size(), rounds);
        for (int round = 0; round < Math.min(rounds, order.length); round++) {
            for (int one = 0; one < crowd.size(); one++) {
                int other = tournament.partner(order[round], one);
                if (one < other && plan.size() < rounds * tables) {
                    plan.put(one, other, round);
                }
            }
        }
        return plan;
    }

    /** Colours those who must meet before all others. */
    private EdgeColouring wishesFirst() {
        EdgeColouring plan = new EdgeColouring(crowd.size(), rounds);
        plan.insertAll(wished);
        MeetingGraph none = new MeetingGraph(crowd.size());
        new AlternatingWalk(plan, AlternatingWalk.pairs(wished, none, plan), random).until(rounds * tables, STEPS);
        return trimmed(plan);
    }

    /** Begins with pairs that bring organisations together. */
    private EdgeColouring organisationsFirst() {
        EdgeColouring nothing = new EdgeColouring(crowd.size(), rounds);
        return new OrganisationPlanner(crowd, random).added(nothing, tables, rounds * tables, 10);
    }

    /**
     * Plans for organisations: who must meet does, then as many pairs of organisations as possible meet,
     * and then as many people.
     *
     * @param goal how many pairs of organisations are enough
     */
    EdgeColouring organisationsBeforePeople(int goal) {
        EdgeColouring best = organisationsThenPeople(goal);
        for (int more = 0; more < BEGINNINGS && crowd.size() <= WALKED && !deadline.passed(); more++) {
            if (!fallsShort(best) && worth.organisationsMeeting(best) >= goal) {
                break;
            }
            EdgeColouring other = organisationsThenPeople(goal);
            best = betterForOrganisations(best, other);
        }
        if (fallsShort(best) || worth.organisationsMeeting(best) < goal) {
            best = betterForOrganisations(betterForOrganisations(best, byHand(true)), byHand(false));
            best = betterForOrganisations(best, atTables(best));
        }
        if (worth.meetings(best) < bound.value()) {
            bound = new PairBound(crowd, fresh, rounds).afterSearch();
        }
        return new Equalisation(best, tables).rounds();
    }

    private EdgeColouring betterForOrganisations(EdgeColouring one, EdgeColouring other) {
        return worth.organisationsFirst().compare(one, other) >= 0 ? one : other;
    }

    private EdgeColouring byHand(boolean wishesFirst) {
        EdgeColouring plan = new EdgeColouring(crowd.size(), rounds);
        int[][] tables = new TableAfterTable(crowd, wishesFirst).tables(rounds);
        for (int round = 0; round < rounds; round++) {
            for (int[] pair : TableWorth.groups(tables[round])) {
                plan.put(pair[0], pair[1], round);
            }
        }
        return plan;
    }

    /** What annealing makes of a plan; equal rounds, for no round may hold more than there are tables for. */
    private EdgeColouring atTables(EdgeColouring plan) {
        EdgeColouring equal = new Equalisation(plan, tables).rounds();
        return new PairsAtTables(crowd, rounds, deadline).better(equal);
    }

    private EdgeColouring organisationsThenPeople(int goal) {
        EdgeColouring plan = new OrganisationPlanner(crowd, random).added(wishesFirst(), tables, goal, 1);
        OrganisationOpenings organisations = new OrganisationOpenings(crowd, crowd.freshOrganisations(), plan);
        new AlternatingWalk(plan, organisations.ofPeople(wanted), random).until(goal(), STEPS);
        return plan;
    }

    private EdgeColouring trimmed(EdgeColouring plan) {
        for (int one = 0; one < crowd.size(); one++) {
            for (int other = 0; other < one && plan.size() > rounds * tables; other++) {
                if (plan.colour(one, other) >= 0) {
                    plan.take(one, other);
                }
            }
        }
        return plan;
    }

    private EdgeColouring withWishes(EdgeColouring plan) {
        return new Wishes(wished, plan, rounds * tables).granted();
    }

    private EdgeColouring improved(EdgeColouring plan) {
        return walked(plan, crowd.size() <= HANDFUL ? STEPS / 40 : STEPS);
    }

    private EdgeColouring walked(EdgeColouring plan, int steps) {
        new AlternatingWalk(plan, AlternatingWalk.pairs(wanted, wished, plan), random).until(goal(), steps);
        return plan;
    }

    private EdgeColouring better(EdgeColouring one, EdgeColouring other) {
        return worth.compare(one, other) >= 0 ? one : other;
    }

    private EdgeColouring afterAllPossibilities(EdgeColouring plan) {
        EdgeColouring best = plan;
        while (best.size() < bound.value()) {
            switch (ExhaustiveSearch.search(fresh, rounds, best.size() + 1, NODES)) {
                case ExhaustiveSearch.Outcome.Found found -> best = found.rounds();
                case ExhaustiveSearch.Outcome.Impossible impossible ->
                    bound = new UpperBound.Exhausted(best.size());
                case ExhaustiveSearch.Outcome.GaveUp gaveUp -> {
                    return best;
                }
            }
        }
        return best;
    }
}
