package be.leerkring.speeddating.planner;

import java.util.List;
import java.util.Map;

/**
 * How good a plan is, and how anybody can check it.
 *
 * <p>A pair counts as new when it never met before the first round that the certificate speaks about.
 *
 * @param firstRound the first round that is spoken about, from 0; more than 0 after re-planning, when
 *     earlier rounds are history
 * @param people the pairs of people of different organisations that meet for the first time
 * @param organisations the pairs of organisations that meet for the first time
 * @param repeats how often two people share a table who had met before, in an earlier session or round
 * @param sittingOut how many rounds each participant sits out, over all rounds
 * @param unmet the pairs of people who may meet, never met, and still do not
 * @param mustMeetUnmet the pairs that had to meet and do not
 */
public record Certificate(
        int firstRound,
        Tally people,
        Tally organisations,
        int repeats,
        Map<String, Integer> sittingOut,
        List<Pair> unmet,
        List<Pair> mustMeetUnmet) {

    public Certificate {
        sittingOut = Map.copyOf(sittingOut);
        unmet = List.copyOf(unmet);
        mustMeetUnmet = List.copyOf(mustMeetUnmet);
    }
}
