package be.leerkring.local.start;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of what was measured. */
final class Medians {

    private Medians() {}

    static <T> double of(List<T> measured, ToDoubleFunction<T> number) {
        var sorted = measured.stream().mapToDouble(number).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
