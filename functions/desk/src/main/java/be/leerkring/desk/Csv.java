package be.leerkring.desk;

import be.leerkring.platform.web.FormText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as a file for a spreadsheet: CSV by RFC 4180, that is commas and CRLF, in UTF-8.
 *
 * <p>Excel only takes UTF-8 for what it is where a byte order mark says so, and only splits what stands between the
 * list separators of its computer's region, which in Belgium are semicolons. A first line {@code sep=,} would tell it
 * better, but no other program, and RFC 4180 has no such line. So there are two files: this one, and, for a double
 * click in Belgium, the same with semicolons.
 *
 * <p>A cell that begins like a formula would be run as one, and participants write what stands in the cells. An
 * apostrophe before it keeps a spreadsheet from that (OWASP, "CSV Injection"); also behind whatever a spreadsheet that
 * expects another separator, or no quotes, may take for a cell's beginning.
 *
 * <p>The quotes around a cell are one rule, and written here: commons-csv, which reads files for the import, would
 * bring a megabyte of libraries into each function that only writes some.
 */
public final class Csv {

    /** What a browser is told of the file; every file begins with a line of headings. */
    public static final String CONTENT_TYPE = "text/csv; charset=utf-8; header=present";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String LINE_END = "\r\n";

    /** Before the character that makes a formula, in ASCII or in the wide forms that Excel reads alike. */
    private static final Pattern FORMULA = Pattern
            .compile("(?<=^|[,;|\"\\t\\r\\n])(?=[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20])");

    private Csv() {}

    /** What divides the cells of a line. */
    public enum Separator {
        /** As RFC 4180 has it. */
        COMMA(','),
        /** As Excel expects it where commas are for decimals. */
        SEMICOLON(';');

        private final char delimiter;

        Separator(char delimiter) {
            this.delimiter = delimiter;
        }

        /** With the parameter {@code for=excel}, as a Belgian Excel reads it by a double click. */
        public static Separator asked(FormText parameters) {
            return "excel".equals(parameters.line("for")) ? SEMICOLON : COMMA;
        }

        public char delimiter() {
            return delimiter;
        }
    }

    /** The whole file, its byte order mark included. */
    public static String file(List<List<String>> lines, Separator separator) {
        return lines.stream()
                .map(cells -> cells.stream()
                        .map(cell -> cell(defused(cell), separator))
                        .collect(Collectors.joining(String.valueOf(separator.delimiter))))
                .collect(Collectors.joining(LINE_END, BYTE_ORDER_MARK, LINE_END));
    }

    private static String cell(String text, Separator separator) {
        var ends = text.indexOf(separator.delimiter) >= 0
                || text.chars().anyMatch(character -> character == '"' || character == '\r' || character == '\n');
        return ends || !text.strip().equals(text) ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** The text as a spreadsheet takes it for text. */
    public static String defused(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }
}
