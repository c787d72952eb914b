package be.leerkring.feedback.report;

import be.leerkring.network.figures.AnswerTally;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How sessions were liked. A scale on which fewer than {@link AnswerTally#FEWEST} gave a mark for a session counts for
 * nothing in it: so no mean is that of a few, and taking the sessions that are told from their sum leaves nothing.
 *
 * @param answered how many gave an answer, of whatever session
 */
record Satisfaction(
        int answered,
        OptionalDouble usefulness,
        OptionalDouble recommendation,
        OptionalDouble netPromoterScore) {

    static final Satisfaction NONE = of(List.of());

    /** With all of these sessions together. */
    static Satisfaction of(Collection<AnswerTally> tallies) {
        var together = new AnswerTally(
                "",
                Instant.EPOCH,
                tallies.stream().mapToInt(AnswerTally::answered).sum(),
                marks(tallies, AnswerTally::usefulness),
                marks(tallies, AnswerTally::recommend));
        return new Satisfaction(
                together.answered(),
                together.meanUsefulness(),
                together.meanRecommendation(),
                together.netPromoterScore());
    }

    private static SortedMap<Integer, Integer> marks(
            Collection<AnswerTally> tallies, Function<AnswerTally, SortedMap<Integer, Integer>> scale) {
        var sums = new TreeMap<Integer, Integer>();
        tallies.stream()
                .filter(AnswerTally::isShowable)
                .map(scale)
                .filter(marks -> AnswerTally.total(marks) >= AnswerTally.FEWEST)
                .forEach(marks -> marks.forEach((mark, count) -> sums.merge(mark, count, Integer::sum)));
        return sums;
    }
}
