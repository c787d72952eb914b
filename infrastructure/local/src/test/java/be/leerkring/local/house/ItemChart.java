package be.leerkring.local.house;

import be.leerkring.local.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart of items in {@code infrastructure/README.md}: the rows of a table of which two columns are keys.
 *
 * @param rows from top to bottom
 */
record ItemChart(List<Row> rows) {

    private static final Pattern NAMED = Pattern.compile("\\{[^}]+}");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /**
     * What stands at keys like these.
     *
     * @param pk with what differs in braces
     * @param sk the same
     * @param last what the last column says
     */
    record Row(String pk, String sk, String last) {

        private boolean has(String partition, String sort) {
            return pattern(pk).matcher(partition).matches() && pattern(sk).matcher(sort).matches();
        }

        private int literals() {
            return NAMED.matcher(pk + sk).replaceAll("").length();
        }

        private static Pattern pattern(String key) {
            return Pattern.compile(Arrays.stream(NAMED.split(key, -1)).map(Pattern::quote)
                    .collect(Collectors.joining(".+")));
        }

        @Override
        public String toString() {
            return pk + " " + sk;
        }
    }

    /** The first chart below this heading. */
    static ItemChart below(String heading, int pk, int sk) {
        try (var lines = Files.lines(Project.root().resolve("infrastructure/README.md"))) {
            return new ItemChart(lines.dropWhile(line -> !line.equals("## " + heading))
                    .dropWhile(line -> !line.startsWith("|--"))
                    .skip(1)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> line.split("\\|"))
                    .flatMap(cells -> codes(cells[sk]).map(sort -> new Row(
                            codes(cells[pk]).findFirst().orElseThrow(), sort, cells[cells.length - 1].strip())))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList().stream();
    }

    /** The row of an item: of several, the one that says most of the key. */
    Optional<Row> row(String partition, String sort) {
        return rows.stream().filter(row -> row.has(partition, sort)).max(Comparator.comparingInt(Row::literals));
    }
}
