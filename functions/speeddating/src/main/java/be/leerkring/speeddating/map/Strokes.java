package be.leerkring.speeddating.map;

import be.leerkring.meetings.memory.Acquaintance;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.speeddating.map.MapPicture.Bundle;
import be.leerkring.speeddating.map.MapPicture.Dot;
import be.leerkring.speeddating.map.MapPicture.Ink;
import be.leerkring.speeddating.map.MapPicture.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of a drawing, each bent towards the middle.
 *
 * @param places where each organisation stands, by its id
 * @param named whether a line says whose it is
 * @param chosen the organisation whose lines stand out
 */
record Strokes(NetworkMap map, Map<String, Dot> places, boolean named, Optional<Organisation> chosen) {

    private static final int WIDEST_LINE = 7;

    /**
     * Of ties, in the order of the dots between which they run, for the order of their names would tell these. Unless
     * the picture is to name nobody, of contacts and cooperations too: everybody reads who works together, and nobody
     * else is to read who stays in touch.
     */
    List<Bundle> bundles(Map<Acquaintance, Tie> ties) {
        var bundles = new TreeMap<String, Bundle>();
        ties.keySet().stream().sorted(Comparator.comparingInt(this::rank)).forEach(pair -> {
            var tie = ties.get(pair);
            var faint = isFaint(pair);
            var line = line(pair, tie, null);
            if (tie.meetings() > 0) {
                put(bundles, map.isFresh(tie) ? Ink.FRESH : Ink.MET, tie.meetings(), faint, line);
            }
            if (named && tie.contacts() > 0) {
                put(bundles, Ink.CONTACT, tie.contacts(), faint, line);
            }
        });
        if (named) {
            map.together().forEach((pair, cooperation) -> put(
                    bundles, Ink.COOPERATION, 1, isFaint(pair), line(pair, null, cooperation)));
        }
        return List.copyOf(bundles.values());
    }

    private int rank(Acquaintance pair) {
        return places.size() * from(pair).number() + to(pair).number();
    }

    private Dot from(Acquaintance pair) {
        var one = places.get(pair.one());
        var other = places.get(pair.other());
        return one.number() < other.number() ? one : other;
    }

    private Dot to(Acquaintance pair) {
        var one = places.get(pair.one());
        var other = places.get(pair.other());
        return one.number() < other.number() ? other : one;
    }

    private boolean isFaint(Acquaintance pair) {
        return chosen.isPresent() && !pair.has(chosen.get().id());
    }

    /** Two meetings or contacts are drawn wider than one, and more than seven no wider. */
    private static void put(Map<String, Bundle> bundles, Ink ink, int count, boolean faint, Line line) {
        var step = Math.min(count, WIDEST_LINE);
        bundles.computeIfAbsent(
                (faint ? "0" : "1") + ink.layer() + step,
                key -> new Bundle(ink, breadth(ink) + .9 * step, faint, new ArrayList<>()))
                .lines()
                .add(line);
    }

    private static double breadth(Ink ink) {
        return ink == Ink.CONTACT ? 2 : ink == Ink.COOPERATION ? 3 : 1.1;
    }

    private Line line(Acquaintance pair, Tie tie, Cooperation together) {
        var from = from(pair);
        var to = to(pair);
        var path = "M" + point(from.x(), from.y()) + "Q"
                + point((from.x() + to.x()) * .12, (from.y() + to.y()) * .12) + " " + point(to.x(), to.y());
        return named
                ? new Line(path, map.organisation(pair.one()), map.organisation(pair.other()), tie, together)
                : new Line(path, null, null, null, null);
    }

    private static String point(double x, double y) {
        return Math.round(x) + " " + Math.round(y);
    }
}
