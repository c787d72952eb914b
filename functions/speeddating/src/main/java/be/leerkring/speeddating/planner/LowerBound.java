package be.leerkring.speeddating.planner;

import java.util.Set;

/** Why so many rounds are needed until all have met. */
public sealed interface LowerBound {

    /** No fewer rounds than this. */
    int value();

    /** Nobody is left to meet. */
    record NobodyLeft() implements LowerBound {
        @Override
        public int value() {
            return 0;
        }
    }

    /**
     * One person, or one organisation, has so many others to meet, and so many at most in a round.
     *
     * @param who the id
     * @param others how many are still to be met
     * @param inARound how many of them at most in one round
     */
    record Busiest(String who, int others, int inARound) implements LowerBound {
        @Override
        public int value() {
            return Math.ceilDiv(others, inARound);
        }
    }

    /**
     * There are so many pairs to meet, and a round has room for so many.
     *
     * @param pairs how many pairs are to meet
     * @param inARound how many of them at most in one round
     */
    record Capacity(int pairs, int inARound) implements LowerBound {
        @Override
        public int value() {
            return Math.ceilDiv(pairs, inARound);
        }
    }

    /**
     * Among an odd number of people one is left over in every round.
     *
     * @param people the ids of those people
     * @param pairs how many pairs among them are to meet
     */
    record OddGroup(Set<String> people, int pairs) implements LowerBound {

        public OddGroup {
            people = Set.copyOf(people);
        }

        @Override
        public int value() {
            return Math.ceilDiv(pairs, people.size() / 2);
        }
    }
}
