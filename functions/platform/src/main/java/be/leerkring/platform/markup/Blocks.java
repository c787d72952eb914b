package be.leerkring.platform.markup;

import be.leerkring.platform.markup.Markup.Block;
import be.leerkring.platform.markup.Markup.Paragraph;
import be.leerkring.platform.markup.Markup.Point;
import be.leerkring.platform.markup.Markup.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text's lines into paragraphs and lists. */
final class Blocks {

    /** A year is no number of a list; the dot in the middle is what word processors make of a hyphen. */
    private static final Pattern POINT = Pattern.compile("\\s*(?:[-*•]|(?<number>\\d{1,3})[.)])\\s+(?<text>\\S.*)");

    private static final Pattern INDENTED = Pattern.compile("(?:\t| {2}).*");

    private final Function<String, Line> reader;
    private final List<Block> blocks = new ArrayList<>();

    /** The points of the list that is being read, but for the last one. */
    private final List<Point> points = new ArrayList<>();

    /** The lines of the paragraph, or of the point, that is being read. */
    private final List<Line> lines = new ArrayList<>();

    private boolean list;
    private boolean numbered;

    /** The number of the point that is being read; 0 where it has none. */
    private int number;

    private boolean afterEmptyLine;

    /** Whether what is being read stands below an empty line. */
    private boolean apart;

    /** Puts blocks together from lines that are read so. */
    Blocks(Function<String, Line> reader) {
        this.reader = reader;
    }

    /** All of the text. */
    Markup of(String text) {
        text.lines().forEach(this::read);
        endBlock();
        return new Markup(blocks);
    }

    private void read(String line) {
        var point = POINT.matcher(line);
        if (point.matches() && isPoint(point)) {
            begin(point);
        } else if (!line.isBlank()) {
            goOn(line);
        }
        afterEmptyLine = line.isBlank();
    }

    /** A list begins at one: "23. maart" is a day. */
    private boolean isPoint(Matcher point) {
        var typed = point.group("number");
        return typed == null || Integer.parseInt(typed) == 1 || (list && numbered);
    }

    private void begin(Matcher point) {
        var typed = point.group("number");
        if (list && numbered == (typed != null)) {
            endPoint();
        } else {
            endBlock();
        }
        if (points.isEmpty()) {
            apart = afterEmptyLine;
        }
        list = true;
        numbered = typed != null;
        number = numbered ? Math.max(Integer.parseInt(typed), number + 1) : 0;
        lines.add(reader.apply(point.group("text").strip()));
    }

    private void goOn(String line) {
        if (afterEmptyLine || (list && !INDENTED.matcher(line).matches())) {
            endBlock();
        }
        if (!list && lines.isEmpty()) {
            apart = afterEmptyLine;
        }
        lines.add(reader.apply(line.strip()));
    }

    private void endPoint() {
        points.add(new Point(number, lines));
        lines.clear();
    }

    private void endBlock() {
        if (list) {
            endPoint();
            blocks.add(new Points(numbered, points, apart));
            points.clear();
        } else if (!lines.isEmpty()) {
            blocks.add(new Paragraph(lines, apart));
            lines.clear();
        }
        list = false;
        number = 0;
    }
}
