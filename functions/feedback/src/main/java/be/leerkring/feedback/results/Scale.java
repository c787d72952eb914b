package be.leerkring.feedback.results;

import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.organisation.Organisation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The marks that people gave on one scale. Below {@link AnswerTally#FEWEST} marks nothing is shown of them; of a kind
 * of organisation neither where fewer are of that kind, nor where so few would be left over that taking the kinds from
 * the whole would tell what they gave.
 *
 * @param name of the question, such as {@code usefulness}
 * @param marks how many gave each mark; a mark that nobody gave is left out
 * @param kinds those that can be shown, in the order of the kinds
 */
public record Scale(
        String name, int least, int most, SortedMap<Integer, Integer> marks, List<OfKind> kinds) {

    /** The marks of people whose organisations are of one kind. */
    public record OfKind(Organisation.Kind kind, int number, double mean) {

        private static OfKind of(Map.Entry<Organisation.Kind, List<Integer>> given) {
            var mean = given.getValue().stream().mapToInt(Integer::intValue).average().orElseThrow();
            return new OfKind(given.getKey(), given.getValue().size(), mean);
        }
    }

    /**
     * A scale.
     *
     * @param given each mark, by the kind of its giver's organisation
     */
    static Scale of(
            String name, int least, int most, SortedMap<Integer, Integer> marks,
            Map<Organisation.Kind, List<Integer>> given) {
        return new Scale(name, least, most, marks, showable(given));
    }

    private static List<OfKind> showable(Map<Organisation.Kind, List<Integer>> given) {
        var shown = new ArrayList<>(given.entrySet().stream()
                .filter(kind -> kind.getValue().size() >= AnswerTally.FEWEST)
                .map(OfKind::of)
                .sorted(Comparator.comparing(OfKind::number).reversed().thenComparing(OfKind::kind))
                .toList());
        var left = given.values().stream().mapToInt(List::size).sum()
                - shown.stream().mapToInt(OfKind::number).sum();
        while (!shown.isEmpty() && left > 0 && left < AnswerTally.FEWEST) {
            left += shown.removeLast().number();
        }
        return shown.stream().sorted(Comparator.comparing(OfKind::kind)).toList();
    }

    /** How many gave a mark. */
    public int number() {
        return AnswerTally.total(marks);
    }

    /** Whether there are enough to be shown. */
    public boolean isShowable() {
        return number() >= AnswerTally.FEWEST;
    }

    /** How many gave this mark. */
    public int count(int mark) {
        return marks.getOrDefault(mark, 0);
    }

    /** How long the bar of this mark is, of 100: the longest is of the mark that most gave. */
    int length(int mark) {
        return 100 * count(mark) / marks.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /** The mean mark. */
    public double mean() {
        return marks.entrySet().stream().mapToInt(mark -> mark.getKey() * mark.getValue()).sum() / (double) number();
    }
}
