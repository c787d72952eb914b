package be.leerkring.network.figures;

import be.leerkring.platform.table.Item;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people answered about a session, counted: it stays when the answers themselves are deleted.
 *
 * @param session the session's id
 * @param start when the session began
 * @param answered how many gave an answer that says something
 * @param usefulness how many gave each mark from 1 to 5; a mark that nobody gave is left out
 * @param recommend how many gave each mark from 0 to 10; a mark that nobody gave is left out
 */
public record AnswerTally(
        String session,
        Instant start,
        int answered,
        SortedMap<Integer, Integer> usefulness,
        SortedMap<Integer, Integer> recommend) {

    static final int MOST_USEFUL = 5;
    static final int MOST_RECOMMENDED = 10;

    /** As Reichheld counts who recommends and who does not ("The One Number You Need to Grow", 2003). */
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;

    /** Below so many answers nothing is said in figures: too few to hide in. */
    public static final int FEWEST = 5;

    /** Whether it has enough answers to be shown in figures. */
    public boolean isShowable() {
        return answered >= FEWEST;
    }

    /** The mean of the marks for usefulness, of 5; empty where nobody gave one. */
    public OptionalDouble meanUsefulness() {
        return mean(usefulness);
    }

    /** The mean of the marks for recommending, of 10; empty where nobody gave one. */
    public OptionalDouble meanRecommendation() {
        return mean(recommend);
    }

    /** The net promoter score, from -100 to 100: who gave 9 or 10 less who gave 6 or less, in percent of all. */
    public OptionalDouble netPromoterScore() {
        var all = total(recommend);
        var promoters = total(recommend.tailMap(PROMOTER));
        var detractors = total(recommend.headMap(DETRACTOR + 1));
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (promoters - detractors) / all);
    }

    /** How many gave a mark. */
    public static int total(SortedMap<Integer, Integer> marks) {
        return marks.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static OptionalDouble mean(SortedMap<Integer, Integer> marks) {
        var sum = marks.entrySet().stream().mapToLong(entry -> (long) entry.getKey() * entry.getValue()).sum();
        return marks.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) sum / total(marks));
    }

    static AnswerTally readFrom(Item item) {
        return new AnswerTally(
                item.required("session"),
                item.requiredMoment("start"),
                item.small("answered"),
                marks(item, "usefulness", 1, MOST_USEFUL),
                marks(item, "recommend", 0, MOST_RECOMMENDED));
    }

    private static SortedMap<Integer, Integer> marks(Item item, String scale, int least, int most) {
        var marks = new TreeMap<Integer, Integer>();
        for (var mark = least; mark <= most; mark++) {
            var count = item.small(scale + mark);
            if (count > 0) {
                marks.put(mark, count);
            }
        }
        return marks;
    }
}
