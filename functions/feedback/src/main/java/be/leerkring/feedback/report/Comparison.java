package be.leerkring.feedback.report;

import be.leerkring.feedback.report.Measure.Unit;
import java.util.function.Function;

/**
 * Two years side by side.
 *
 * @param known whether anything is known of the year before: nothing is not the same as none
 */
record Comparison<Y>(Y now, Y before, boolean known) {

    Measure count(Topic topic, String name, Function<Y, Integer> count) {
        return reading(topic, name, year -> Reading.of(count.apply(year)));
    }

    /** A count, or a part of something. */
    Measure reading(Topic topic, String name, Function<Y, Reading> reading) {
        return measure(topic, name, Unit.COUNT, reading);
    }

    Measure measure(Topic topic, String name, Unit unit, Function<Y, Reading> reading) {
        return new Measure(topic, name, unit, reading.apply(now), known ? reading.apply(before) : Reading.NONE);
    }
}
