package be.leerkring.organiser.importing;

import be.leerkring.platform.text.TypedText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A text as a table of organisations. Its first line has headings; where it has none that are known, the cells stand in
 * the order of the columns here.
 *
 * @param unknown headings that nobody knows; their columns are left alone
 * @param brokenAt the line from which on it can't be read, for a quotation mark stands alone
 * @param cut whether there are more lines than are read
 */
public record ImportTable(List<ImportTable.Row> rows, List<String> unknown, OptionalLong brokenAt, boolean cut) {

    /** Twice as many as there can be organisations. */
    static final int MOST = 1000;

    enum Column {
        NAME,
        KIND,
        WEBSITE,
        CONTACT,
        EMAIL,
        DOMAINS
    }

    /**
     * A line.
     *
     * @param line its number in the text, from 1
     */
    record Row(long line, Map<Column, String> cells) {

        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    static ImportTable read(String text, ImportWords words) {
        var told = text.matches("(?is)sep=[;,\\t]\\R.*");
        var delimiter = told ? text.charAt("sep=".length()) : delimiter(text);
        var body = told ? text.replaceFirst(".*\\R", "") : text;
        var format = CSVFormat.DEFAULT.builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
        var rows = new ArrayList<Row>();
        var unknown = new ArrayList<String>();
        var line = told ? 1L : 0L;
        var offset = line;
        try (var parser = CSVParser.builder().setReader(new StringReader(body)).setFormat(format).get()) {
            List<Column> columns = List.of();
            for (var records = parser.iterator(); records.hasNext();) {
                var cells = cells(records.next());
                var number = line + 1;
                line = offset + parser.getCurrentLineNumber();
                if (cells.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = words.columns(cells);
                    if (words.areHeadings(cells)) {
                        unknown.addAll(words.unknown(cells));
                        continue;
                    }
                }
                if (rows.size() == MOST) {
                    return new ImportTable(rows, unknown, OptionalLong.empty(), true);
                }
                rows.add(new Row(number, byColumn(cells, columns)));
            }
            return new ImportTable(rows, unknown, OptionalLong.empty(), false);
        } catch (UncheckedIOException | IOException broken) {
            return new ImportTable(rows, unknown, OptionalLong.of(line + 1), false);
        }
    }

    /** What divides most cells of the first line: Excel writes what its computer's region has between list items. */
    private static char delimiter(String text) {
        var first = text.strip().lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        var found = ';';
        for (var candidate : List.of('\t', ',')) {
            if (count(first, candidate) > count(first, found)) {
                found = candidate;
            }
        }
        return found;
    }

    private static long count(String text, char sought) {
        return text.chars().filter(character -> character == sought).count();
    }

    private static List<String> cells(CSVRecord line) {
        return line.stream().map(TypedText::line).toList();
    }

    /** A cell in a column that nobody knows, or beyond the last, is left alone. */
    private static Map<Column, String> byColumn(List<String> cells, List<Column> columns) {
        var byColumn = new EnumMap<Column, String>(Column.class);
        for (int place = 0; place < Math.min(cells.size(), columns.size()); place++) {
            if (columns.get(place) != null) {
                byColumn.putIfAbsent(columns.get(place), cells.get(place));
            }
        }
        return byColumn;
    }
}
