package be.leerkring.feedback.report;

import be.leerkring.feedback.report.Topic.Chapter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One figure of a year, beside the year before.
 *
 * @param name as it is called in files and in texts' keys; stays as it is for good. What stands behind a point is the
 *     part of the figure before it: {@code present.other}
 */
public record Measure(Topic topic, String name, Unit unit, Reading now, Reading before) {

    /** Those that open a report. */
    private static final List<String> HEADLINES = List.of(
            "present", "unique-people", "organisations", "pairs-first-met", "contacts", "usefulness");

    private static final String PART = ".";

    /** What is counted. */
    public enum Unit {
        /** A whole number. */
        COUNT,
        /** A mean of marks, with a decimal. */
        MEAN,
        /** From -100 to 100. */
        SCORE
    }

    /** Those of them that open a report, but for what is not said or not known. */
    static List<Measure> headlines(List<Measure> measures) {
        return measures.stream()
                .filter(measure -> HEADLINES.contains(measure.name()) && measure.now().value().isPresent())
                .toList();
    }

    /** Those of them that belong to one chapter, by what stands together. */
    static Map<Topic, List<Measure>> of(Chapter chapter, List<Measure> measures) {
        return measures.stream()
                .filter(measure -> measure.topic().chapter() == chapter)
                .collect(Collectors.groupingBy(Measure::topic, TreeMap::new, Collectors.toList()));
    }

    /** Whether one of the two years is not said. */
    boolean isHidden() {
        return now.hidden() || before.hidden();
    }

    /** Whether it is a part of the figure that stands before it. */
    boolean isPart() {
        return name.contains(PART);
    }
}
