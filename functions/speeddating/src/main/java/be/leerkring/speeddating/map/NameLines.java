package be.leerkring.speeddating.map;

import be.leerkring.speeddating.map.MapPicture.Dot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Sees to it that names beside a circle stand on lines of their own. */
final class NameLines {

    /** From one line of text to the next. */
    private static final int LINE = 25;

    private NameLines() {}

    /** On either side, names that would touch move on towards the top or the bottom. */
    static void spread(List<Dot> dots) {
        for (var anchor : List.of("start", "end")) {
            for (var up : List.of(true, false)) {
                var last = up ? LINE / 2. : -LINE / 2.;
                var half = IntStream.range(0, dots.size())
                        .boxed()
                        .filter(place -> dots.get(place).name().anchor().equals(anchor)
                                && dots.get(place).name().y() < 0 == up)
                        .sorted(Comparator.comparingDouble(place -> Math.abs(dots.get(place).name().y())))
                        .toList();
                for (int place : half) {
                    var label = dots.get(place).name();
                    last = up ? Math.min(label.y(), last - LINE) : Math.max(label.y(), last + LINE);
                    dots.set(place, dots.get(place).named(label.at(last)));
                }
            }
        }
    }
}
