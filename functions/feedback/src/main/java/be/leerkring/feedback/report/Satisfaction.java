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
 * How sessions were liked. One that fewer than {@link AnswerTally#FEWEST} answered about counts for nothing in it, and
 * so does a scale on which fewer gave a mark: no mean is that of a few, and whoever takes the sessions that are told
 * from their sum is left with nothing.
 *
 * @param answers how many answered, of how many who were there
 */
record Satisfaction(
        Reading answers,
        OptionalDouble usefulness,
        OptionalDouble recommendation,
        OptionalDouble netPromoterScore) {

    static final Satisfaction NONE = of(List.of());

    /** With all of these sessions together. */
    static Satisfaction of(Collection<SessionLine> sessions) {
        var told = sessions.stream().filter(SessionLine::isTold).toList();
        var tallies = told.stream().flatMap(line -> line.tally().stream()).toList();
        var together = new AnswerTally(
                "",
                Instant.EPOCH,
                tallies.stream().mapToInt(AnswerTally::answered).sum(),
                marks(tallies, AnswerTally::usefulness),
                marks(tallies, AnswerTally::recommend));
        return new Satisfaction(
                told.isEmpty()
                        ? Reading.NONE
                        : Reading.part(
                                together.answered(),
                                told.stream().mapToInt(SessionLine::present).sum()),
                together.meanUsefulness(),
                together.meanRecommendation(),
                together.netPromoterScore());
    }

    private static SortedMap<Integer, Integer> marks(
            Collection<AnswerTally> tallies, Function<AnswerTally, SortedMap<Integer, Integer>> scale) {
        var sums = new TreeMap<Integer, Integer>();
        tallies.stream()
                .map(scale)
                .filter(marks -> AnswerTally.total(marks) >= AnswerTally.FEWEST)
                .forEach(marks -> marks.forEach((mark, count) -> sums.merge(mark, count, Integer::sum)));
        return sums;
    }
}
