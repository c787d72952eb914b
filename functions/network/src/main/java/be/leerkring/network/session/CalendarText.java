package be.leerkring.network.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A calendar as text, in lines of which none is longer than RFC 5545 allows. */
final class CalendarText {

    private static final int LONGEST_LINE = 75;
    private static final String FOLD = "\r\n ";

    private CalendarText() {}

    static String of(ICalendar calendar, String site) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return text.toString().lines().map(line -> fold(line, site)).collect(Collectors.joining());
    }

    /** Around the site's address too: a mail has a placeholder there, which may become longer. */
    private static String fold(String line, String site) {
        return site.isEmpty() || !line.contains(site) ? fold(line) + "\r\n" : foldAround(line, site);
    }

    private static String foldAround(String line, String site) {
        return Stream.of(line.split("(?=" + Pattern.quote(site) + ")|(?<=" + Pattern.quote(site) + ")"))
                .map(CalendarText::fold)
                .collect(Collectors.joining(FOLD))
                + "\r\n";
    }

    /** RFC 5545, section 3.1: at most 75 octets a line. The library counts characters. */
    private static String fold(String line) {
        var folded = new StringBuilder();
        var octets = 1;
        for (var codePoint : line.codePoints().toArray()) {
            var character = Character.toString(codePoint);
            var length = character.getBytes(UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                folded.append(FOLD);
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }
}
