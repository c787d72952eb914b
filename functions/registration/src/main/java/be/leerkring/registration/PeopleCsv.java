package be.leerkring.registration;

import be.leerkring.network.Participant;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A list of people as a file for a spreadsheet: CSV by RFC 4180, that is commas and CRLF, in UTF-8. Its headings and
 * states are in the reader's language, its hours on the network's clock; whoever wants them for a program takes JSON.
 *
 * <p>Excel only takes UTF-8 for what it is where a byte order mark says so, and only splits what stands between the list
 * separators of its computer's region, which in Belgium are semicolons. A first line {@code sep=,} would tell it better,
 * but no other program, and RFC 4180 has no such line. So there are two files: this one, and, for a double click in
 * Belgium, the same with semicolons.
 *
 * <p>A cell that begins like a formula would be run as one, and participants write what stands in the cells. An
 * apostrophe before it keeps a spreadsheet from that (OWASP, "CSV Injection"); also behind whatever a spreadsheet that
 * expects another separator, or no quotes, may take for a cell's beginning.
 */
@Singleton
final class PeopleCsv {

    /** What divides the cells of a line. */
    enum Separator {
        /** As RFC 4180 has it. */
        COMMA(','),
        /** As Excel expects it where commas are for decimals. */
        SEMICOLON(';');

        private final char delimiter;

        Separator(char delimiter) {
            this.delimiter = delimiter;
        }

        CSVFormat format() {
            return CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        }
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Before the character that makes a formula, in ASCII or in the wide forms that Excel reads alike. */
    private static final Pattern FORMULA = Pattern
            .compile("(?<=^|[,;|\"\\t\\r\\n])(?=[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20])");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Languages languages;
    private final NetworkTime time;

    PeopleCsv(Languages languages, NetworkTime time) {
        this.languages = languages;
        this.time = time;
    }

    /** The whole file, its byte order mark included. */
    String write(List<Person> people, Separator separator, Language language) {
        var texts = languages.texts(language);
        var text = new StringWriter();
        try (var printer = new CSVPrinter(text, separator.format())) {
            printer.printRecord(headings(texts));
            for (var person : people) {
                printer.printRecord(cells(person, texts).map(PeopleCsv::defused));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return BYTE_ORDER_MARK + text;
    }

    private static Stream<String> headings(Texts texts) {
        return Stream
                .of("name", "email", "organisation", "kind", "role", "language", "state", "since", "place", "until",
                        "approved", "seeks", "offers")
                .map(column -> texts.text("people.column." + column));
    }

    private Stream<String> cells(Person person, Texts texts) {
        Participant participant = person.participant();
        return Stream.of(
                participant.name(),
                participant.email().text(),
                participant.organisation(),
                texts.text("people.kind." + participant.kind().code()),
                participant.role(),
                participant.language().code(),
                texts.text("my.state." + person.state().code()),
                moment(person.since()),
                person.place() == 0 ? "" : Integer.toString(person.place()),
                person.until().map(this::moment).orElse(""),
                texts.text(person.approved() ? "people.yes" : "people.no"),
                themes(participant.interests().seeks(), texts),
                themes(participant.interests().offers(), texts));
    }

    private static String themes(List<String> ids, Texts texts) {
        return ids.stream()
                .map(id -> texts.find("theme." + id).orElse(id.replace('-', ' ')))
                .collect(Collectors.joining(", "));
    }

    private String moment(Instant instant) {
        return MOMENT.format(time.local(instant));
    }

    /** The text as a spreadsheet takes it for text. */
    static String defused(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }
}
