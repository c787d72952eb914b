package be.leerkring.speeddating.map;

import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.organisation.Organisation;
import java.util.List;
import java.util.Locale;

/**
 * The map as it is drawn: where everything stands, around a middle at 0, 0.
 *
 * @param circle whether the dots stand on a circle; else they fill a disc
 * @param halfWidth from the middle to the left edge and to the right one
 * @param halfHeight from the middle to the upper edge and to the lower one
 * @param radius of the circle on which the dots stand, or of what they fill
 * @param lines the thin ones first, each bundle under those after it; none where there are too many to tell apart
 */
public record MapPicture(boolean circle, int halfWidth, int halfHeight, int radius, List<Bundle> lines, List<Dot> dots,
        Labels labels) {

    /** Where names stand. */
    enum Labels {
        /** Nowhere: the picture names nobody. */
        NONE,
        /** Beside the dots, on a line of their own. */
        LEVEL,
        /** Beside the dots, along the circle's radius. */
        RADIAL
    }

    /** What a line tells, beyond its width. */
    enum Ink {
        /** They met before the session that is shown. */
        MET(1),
        /** They met at it for the first time. */
        FRESH(2),
        /** Some of their people stay in touch. */
        CONTACT(3),
        /** They work together. */
        COOPERATION(4);

        private final int layer;

        Ink(int layer) {
            this.layer = layer;
        }

        /** What has a higher one lies on top. */
        int layer() {
            return layer;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Lines of one ink and one width. */
    record Bundle(Ink ink, double breadth, boolean faint, List<Line> lines) {

        String width() {
            return decimal(breadth);
        }

        /** What stands out on any ground around a light line. */
        String casing() {
            return decimal(breadth + 3);
        }
    }

    /**
     * A line between two organisations.
     *
     * @param one null in a picture that names nobody
     * @param other null in a picture that names nobody
     * @param tie null in a line of what they do together, and in a picture that names nobody
     * @param together null in a line of anything else
     */
    record Line(String path, Organisation one, Organisation other, Tie tie, Cooperation together) {}

    /**
     * An organisation.
     *
     * @param number from 1, as in the table
     * @param radius of the dot
     * @param shape the code of the organisation's kind; {@code any} in a picture that names nobody
     * @param isolated whether it has met nobody
     * @param chosen whether it is the one that the picture is about
     */
    record Dot(
            int number,
            double x,
            double y,
            double radius,
            String shape,
            boolean isolated,
            boolean chosen,
            Organisation organisation,
            Label name,
            Label digits) {

        /** Where it stands, for {@code transform}. */
        String place() {
            return "translate(" + decimal(x) + " " + decimal(y) + ")";
        }

        String size() {
            return decimal(radius);
        }

        Dot named(Label other) {
            return new Dot(number, x, y, radius, shape, isolated, chosen, organisation, other, digits);
        }

        String diameter() {
            return decimal(2 * radius);
        }
    }

    /**
     * A text beside a dot.
     *
     * @param x where it is anchored
     * @param y where it is anchored
     * @param turn by how many degrees it is turned around that place
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    record Label(String text, double x, double y, double turn, String anchor) {

        String transform() {
            return "translate(" + decimal(x) + " " + decimal(y) + ")"
                    + (turn == 0 ? "" : " rotate(" + decimal(turn) + ")");
        }

        /** The same on another line. */
        Label at(double line) {
            return new Label(text, x, line, turn, anchor);
        }

        /** On a line of its own, so far from the middle in this direction. */
        static Label level(String text, double radius, double angle, String anchor) {
            return new Label(text, radius * Math.cos(angle), radius * Math.sin(angle), 0, anchor);
        }

        /** Along the radius in this direction; never upside down. */
        static Label radial(String text, double radius, double angle) {
            var right = Math.cos(angle) >= 0;
            var turn = Math.toDegrees(angle) + (right ? 0 : 180);
            return new Label(
                    text, radius * Math.cos(angle), radius * Math.sin(angle), turn, right ? "start" : "end");
        }
    }

    /** Whether lines are drawn between all that met. */
    boolean isCircle() {
        return circle;
    }

    /** By what number an organisation stands in the picture. */
    int number(Organisation organisation) {
        return dots.stream()
                .filter(dot -> organisation.equals(dot.organisation()))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** For {@code viewBox}. */
    String box() {
        return -halfWidth + " " + -halfHeight + " " + 2 * halfWidth + " " + 2 * halfHeight;
    }

    /** With one decimal where there is one. */
    static String decimal(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
