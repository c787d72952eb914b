package be.leerkring.feedback.report;

import java.util.List;
import java.util.TreeMap;

/** What can be made of some rows of numbers by adding and subtracting multiples of them (Gauss's elimination). */
final class Sums {

    private static final double NOTHING = 1e-9;

    private final TreeMap<Integer, double[]> byPivot = new TreeMap<>();

    Sums(List<double[]> rows) {
        for (var row : rows) {
            var left = reduced(row);
            var pivot = pivot(left);
            if (pivot < left.length) {
                byPivot.put(pivot, left);
            }
        }
    }

    /** Whether this row can be. */
    boolean reach(double[] row) {
        return pivot(reduced(row)) == row.length;
    }

    private double[] reduced(double[] row) {
        var left = row.clone();
        byPivot.forEach((pivot, by) -> {
            var times = left[pivot] / by[pivot];
            for (int place = 0; place < left.length; place++) {
                left[place] -= times * by[place];
            }
        });
        return left;
    }

    private static int pivot(double[] row) {
        var place = 0;
        while (place < row.length && Math.abs(row[place]) < NOTHING) {
            place++;
        }
        return place;
    }
}
