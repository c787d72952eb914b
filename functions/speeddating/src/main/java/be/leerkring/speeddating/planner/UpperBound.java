package be.leerkring.speeddating.planner;

import java.util.Set;

/** Why no plan can bring more pairs together for the first time. */
public sealed interface UpperBound {

    /** No plan makes more first meetings than this. */
    int value();

    /**
     * There are no more pairs to meet.
     *
     * @param pairs how many pairs may meet and never did
     */
    record EveryPair(int pairs) implements UpperBound {
        @Override
        public int value() {
            return pairs;
        }
    }

    /**
     * There are no more seats.
     *
     * @param rounds how many rounds there are
     * @param inARound how many pairs can share a table in one round
     */
    record Seats(int rounds, int inARound) implements UpperBound {
        @Override
        public int value() {
            return rounds * inARound;
        }
    }

    /**
     * Each can meet only so many: those who were not met yet, and no more than the rounds bring. An
     * organisation can meet as many times more as it has people.
     *
     * @param rounds how many rounds there are
     * @param inARound how many others one person meets in a round at most
     * @param sum what each can meet, summed over all; every meeting counts for two in it
     */
    record Partners(int rounds, int inARound, int sum) implements UpperBound {
        @Override
        public int value() {
            return sum / 2;
        }
    }

    /**
     * A bottleneck in who may meet whom, two by two: whatever the plan, a few sought-after people
     * ({@code hubs}) meet at most one person in a round, some people ({@code rims}) could meet all
     * they may, and those who remain fall apart into circles that cannot meet each other. A circle
     * of c people, in R rounds, with i pairs inside and o pairs with the rims, makes no more than
     * the least of i + o, (c·R + o) / 2 and ⌊c/2⌋·R + o meetings.
     *
     * <p>The formula is the one for the largest simple b-matching (Schrijver, Combinatorial
     * Optimization, theorem 33.1), which with every b equal to R bounds any R rounds; the last term
     * holds because a circle of odd size leaves one over in each round.
     *
     * @param rounds how many rounds there are
     * @param hubs the ids of the sought-after
     * @param rims the ids of those who could meet all they may
     * @param value what the formula gives
     */
    record Bottleneck(int rounds, Set<String> hubs, Set<String> rims, int value) implements UpperBound {

        public Bottleneck {
            hubs = Set.copyOf(hubs);
            rims = Set.copyOf(rims);
        }
    }

    /**
     * Thirty-six people at six tables of six: four rounds in which nobody meets anybody twice would
     * make two orthogonal Latin squares of order six, which do not exist (Tarry 1900, on Euler's
     * thirty-six officers). So of at most three rounds that are free of repeats among them, every other
     * one repeats a meeting of one, and then two: where two people share a table in both rounds, their
     * table of the one has nobody at some table of the other, and that has two at some third. Every
     * round from the fourth on costs two meetings; a round with an empty seat costs more.
     *
     * @param rounds how many rounds there are, at least four
     */
    record ThirtySixOfficers(int rounds) implements UpperBound {

        static final int PEOPLE = 36;
        static final int SEATS = 6;
        static final int FREE_OF_REPEATS = 3;
        private static final int IN_A_ROUND = 90;

        @Override
        public int value() {
            return rounds * IN_A_ROUND - 2 * (rounds - FREE_OF_REPEATS);
        }
    }

    /**
     * All possibilities were tried.
     *
     * @param value the most that any of them makes
     */
    record Exhausted(int value) implements UpperBound {}
}
