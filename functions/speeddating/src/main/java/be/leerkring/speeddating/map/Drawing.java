package be.leerkring.speeddating.map;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.speeddating.map.MapPicture.Dot;
import be.leerkring.speeddating.map.MapPicture.Label;
import be.leerkring.speeddating.map.MapPicture.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws the map: organisations on a circle, those of one kind side by side, and a line between two that met, which
 * bends towards the middle. Where they are too many for that, the dots fill a disc like the seeds of a sunflower
 * (Vogel, Mathematical Biosciences 44, 1979), those who met most in the middle, and contacts are the only lines.
 * Everybody keeps their place from one session to the next.
 */
final class Drawing {

    /** So many names fit beside the circle on lines of their own. */
    static final int MOST_LEVEL = 26;

    private static final int LETTERS = 30;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private final NetworkMap map;
    private final List<Organisation> order;
    private final boolean named;
    private final Optional<Organisation> chosen;
    private final Map<String, Standing> standings;

    private Drawing(NetworkMap map, List<Organisation> order, boolean named, Optional<Organisation> chosen) {
        this.map = map;
        this.order = order;
        this.named = named;
        this.chosen = chosen;
        this.standings = map.standings().stream()
                .collect(Collectors.toMap(standing -> standing.organisation().id(), standing -> standing));
    }

    /**
     * The map with every organisation's name, for organisers.
     *
     * @param chosen the organisation whose lines stand out, if there is one
     */
    static MapPicture named(NetworkMap map, Optional<Organisation> chosen) {
        var order = map.organisations().stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
        return new Drawing(map, order, true, chosen).draw();
    }

    /**
     * The map for everybody: nothing in it says which dot is who, not even the order of dots and lines; and no line
     * says who wished to stay in touch, for whoever knows who met whom can tell the dots.
     */
    static MapPicture anonymous(NetworkMap map) {
        return anonymous(map, map.shuffled());
    }

    /** The same with the organisations in this order: beside it the picture takes nothing of them. */
    static MapPicture anonymous(NetworkMap map, List<Organisation> order) {
        return new Drawing(map, order, false, Optional.empty()).draw();
    }

    private MapPicture draw() {
        return map.places().areOnACircle(order.size()) ? circle() : sunflower();
    }

    private MapPicture circle() {
        var labels = !named ? Labels.NONE : order.size() <= MOST_LEVEL ? Labels.LEVEL : Labels.RADIAL;
        var radius = labels == Labels.RADIAL ? 420 : 330;
        var angles = angles();
        var dots = new ArrayList<Dot>();
        for (int place = 0; place < order.size(); place++) {
            dots.add(dot(place, radius, angles.get(place), labels));
        }
        if (labels == Labels.LEVEL) {
            NameLines.spread(dots);
        }
        var room = labels == Labels.NONE ? 30 : labels == Labels.LEVEL ? 375 : 330;
        var above = labels == Labels.LEVEL ? 75 : room;
        return new MapPicture(true, radius + room, radius + above, radius, strokes(dots).bundles(map.ties()), dots,
                labels);
    }

    /** From the top clockwise; between two kinds there is room for one more. */
    private List<Double> angles() {
        var slots = new ArrayList<Integer>();
        var slot = 0;
        for (int place = 0; place < order.size(); place++) {
            slots.add(slot);
            slot += named && !order.get(place).kind().equals(next(place).kind()) ? 2 : 1;
        }
        var all = Math.max(slot, 1);
        return slots.stream().map(one -> 2 * Math.PI * (one + .5) / all - Math.PI / 2).toList();
    }

    private Organisation next(int place) {
        return order.get((place + 1) % order.size());
    }

    private Dot dot(int place, double radius, double angle, Labels labels) {
        var organisation = order.get(place);
        var most = Math.max(1, order.size() - 1);
        var largest = Math.min(17, 2.4 * radius / Math.max(1, order.size()));
        var size = largest * (.55 + .45 * standings.get(organisation.id()).met() / most);
        var x = radius * Math.cos(angle);
        var y = radius * Math.sin(angle);
        if (labels == Labels.NONE) {
            return dot(place, x, y, size, null, null);
        }
        var digits = size(labels) * .9;
        return dot(
                place,
                x,
                y,
                size,
                name(organisation, radius + largest + 9, angle, labels),
                Label.level(Integer.toString(place + 1), radius + largest + 6 + digits, angle, "middle"));
    }

    private Dot dot(int place, double x, double y, double size, Label name, Label digits) {
        var organisation = order.get(place);
        return new Dot(
                place + 1,
                x,
                y,
                size,
                named ? organisation.kind().code() : "any",
                standings.get(organisation.id()).met() == 0,
                chosen.filter(organisation::equals).isPresent(),
                named ? organisation : null,
                name,
                digits);
    }

    private static int size(Labels labels) {
        return labels == Labels.RADIAL ? 18 : 22;
    }

    private static Label name(Organisation organisation, double radius, double angle, Labels labels) {
        var text = organisation.name().length() <= LETTERS
                ? organisation.name()
                : organisation.name().substring(0, LETTERS - 1).strip() + "…";
        return labels == Labels.RADIAL
                ? Label.radial(text, radius, angle)
                : Label.level(text, radius, angle, Math.cos(angle) >= 0 ? "start" : "end");
    }

    private Strokes strokes(List<Dot> dots) {
        var places = new HashMap<String, Dot>();
        for (int place = 0; place < order.size(); place++) {
            places.put(order.get(place).id(), dots.get(place));
        }
        return new Strokes(map, places, named, chosen);
    }

    private MapPicture sunflower() {
        var radius = 400;
        var most = map.places().outwards(order);
        var step = radius / Math.sqrt(order.size());
        var seeds = new HashMap<String, Dot>();
        for (int place = 0; place < most.size(); place++) {
            var away = step * Math.sqrt(place + .5);
            var organisation = most.get(place);
            var share = (double) standings.get(organisation.id()).met() / Math.max(1, order.size() - 1);
            seeds.put(
                    organisation.id(),
                    dot(
                            order.indexOf(organisation),
                            away * Math.cos(place * GOLDEN_ANGLE),
                            away * Math.sin(place * GOLDEN_ANGLE),
                            step * (.32 + .43 * Math.sqrt(share)),
                            null,
                            null));
        }
        var dots = order.stream().map(organisation -> seeds.get(organisation.id())).toList();
        var touched = map.ties().entrySet().stream()
                .filter(entry -> entry.getValue().contacts() > 0)
                .limit(Places.MOST_LINES)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Tie(0, entry.getValue().contacts(), entry.getValue().since())));
        return new MapPicture(false, radius + 30, radius + 30, radius, strokes(dots).bundles(touched), dots,
                Labels.NONE);
    }
}
