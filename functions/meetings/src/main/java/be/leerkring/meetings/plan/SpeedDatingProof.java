package be.leerkring.meetings.plan;

import java.util.List;
import java.util.Map;

/**
 * How good a plan for speed-dating is, in figures: what it reaches, and what no plan can. A pair counts when it never
 * met before the first round that this is about.
 *
 * @param from the first round that this is about, from 0: more than 0 after a change on the day
 * @param people the pairs of people who meet for the first time
 * @param organisations the pairs of organisations that meet for the first time
 * @param repeats how often two people share a table who met before
 * @param satOut how many rounds each person sits out, over all rounds, by the person's key
 * @param unmet how many pairs of people may meet, never met, and still don't
 * @param someUnmet those pairs, or the first of them where there are many
 * @param wishesUnmet the pairs that had to meet and don't
 */
public record SpeedDatingProof(
        int from,
        Count people,
        Count organisations,
        int repeats,
        Map<String, Integer> satOut,
        int unmet,
        List<SpeedDatingSettings.Couple> someUnmet,
        List<SpeedDatingSettings.Couple> wishesUnmet) {

    /** So many of the unmet pairs are kept one by one. */
    public static final int LISTED = 100;

    public SpeedDatingProof {
        satOut = Map.copyOf(satOut);
        someUnmet = List.copyOf(someUnmet);
        wishesUnmet = List.copyOf(wishesUnmet);
    }

    /**
     * What was reached of what can be reached.
     *
     * @param made how many pairs meet for the first time
     * @param bound more than this no plan can make
     * @param why not
     * @param fewest fewer rounds than this can't let all of them meet
     * @param whyFewest why not
     * @param enough so many rounds certainly do
     */
    public record Count(int made, int bound, Reason why, int fewest, Reason whyFewest, int enough) {

        /** How many more pairs a better plan might bring together, if there is one. */
        public int gap() {
            return bound - made;
        }

        /** Whether it is proven that no plan can do better. */
        public boolean noPlanCanDoBetter() {
            return gap() == 0;
        }
    }

    /**
     * Why a bound holds.
     *
     * @param code of the reason, as texts' keys have it
     * @param numbers that its text names, in the text's order
     * @param who whom or what it is about, by its key; can be empty
     */
    public record Reason(String code, List<Integer> numbers, String who) {

        public Reason {
            numbers = List.copyOf(numbers);
        }
    }
}
