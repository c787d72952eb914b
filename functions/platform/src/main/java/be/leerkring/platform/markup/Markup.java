package be.leerkring.platform.markup;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wrote, as it is shown wherever it is shown. An empty line parts paragraphs, a line's end is kept, and
 * lines that begin with {@code -}, {@code *} or {@code 1.} are a list. Addresses are links; so is
 * {@code [words](https://example.org)}. Nothing else means anything.
 */
public record Markup(List<Block> blocks) {

    private static final String CUT = " …";

    public Markup {
        blocks = List.copyOf(blocks);
    }

    /** What an organiser wrote. */
    public static Markup of(String text) {
        return new Blocks(Line::of).of(text);
    }

    /** What somebody else wrote, whose links say where they lead to. */
    public static Markup ofVisitor(String text) {
        return new Blocks(Line::ofVisitor).of(text);
    }

    /** What an organiser wrote, each line of it a point of a list. */
    public static Markup points(String text) {
        var lines = of(text).lines().toList();
        return new Markup(
                lines.isEmpty()
                        ? List.of()
                        : List.of(
                                new Points(false, lines.stream().map(line -> new Point(0, List.of(line))).toList(),
                                        true)));
    }

    /** A piece of it, with another piece below. */
    public sealed interface Block {

        /** What its lines say, without what tells lists from paragraphs. */
        Stream<Line> lines();

        /** As people type it. */
        String plainText();

        /** Whether it was typed with an empty line above. */
        boolean apart();
    }

    /** Lines that belong together. */
    public record Paragraph(List<Line> text, boolean apart) implements Block {

        public Paragraph {
            text = List.copyOf(text);
        }

        @Override
        public Stream<Line> lines() {
            return text.stream();
        }

        @Override
        public String plainText() {
            return text.stream().map(Line::plainText).collect(Collectors.joining("\n"));
        }
    }

    /** A list. */
    public record Points(boolean numbered, List<Point> points, boolean apart) implements Block {

        public Points {
            points = List.copyOf(points);
        }

        @Override
        public Stream<Line> lines() {
            return points.stream().flatMap(point -> point.text().stream());
        }

        @Override
        public String plainText() {
            return points.stream().map(Point::plainText).collect(Collectors.joining("\n"));
        }

        /** For {@code value} of a numbered point: null where it is one more than the point before. */
        public Integer jump(int index) {
            var number = points.get(index).number();
            return numbered && index > 0 && number > points.get(index - 1).number() + 1 ? number : null;
        }
    }

    /**
     * One point of a list.
     *
     * @param number more than that of the point before; 0 where the list has none
     */
    public record Point(int number, List<Line> text) {

        public Point {
            text = List.copyOf(text);
        }

        private String plainText() {
            var mark = number == 0 ? "- " : number + ". ";
            return text.stream()
                    .map(Line::plainText)
                    .collect(Collectors.joining("\n" + " ".repeat(mark.length()), mark, ""));
        }
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** What its lines say, without what tells lists from paragraphs. */
    public Stream<Line> lines() {
        return blocks.stream().flatMap(Block::lines);
    }

    /** For where there is text alone, such as a mail's other part or a calendar: as people type it. */
    public String plainText() {
        return blocks.stream()
                .map(block -> (block.apart() ? "\n\n" : "\n") + block.plainText())
                .collect(Collectors.joining())
                .strip();
    }

    /**
     * For where there is one line, such as what a search engine shows: its beginning, cut between two words.
     *
     * @param longest in characters, of which the sign that it goes on takes two
     */
    public String summary(int longest) {
        var line = lines().map(Line::words).collect(Collectors.joining(" "));
        if (line.length() <= longest) {
            return line;
        }
        var room = longest - CUT.length();
        var space = line.lastIndexOf(' ', room);
        return line.substring(0, space > 0 ? space : line.offsetByCodePoints(0, line.codePointCount(0, room) - 1))
                + CUT;
    }
}
