package be.leerkring.speeddating.map;

import be.leerkring.platform.text.Folding;
import be.leerkring.platform.web.FormText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How somebody looks at the map: after which session, about which organisation, and the table in which order. All of it
 * stands in the address, so that it can be linked to and works without scripts.
 *
 * @param here the page's path
 * @param to the id of a session; empty for the last one
 * @param of the id of an organisation; empty for all
 */
public record MapQuery(String here, String to, String of, Column sort) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

    /** What the table of organisations can be sorted by: names from the first on, numbers from the highest down. */
    enum Column {
        NAME,
        MET,
        FRESH,
        MEETINGS,
        CONTACTS;

        private Comparator<Standing> order() {
            return switch (this) {
                case NAME -> Comparator.comparing(MapQuery::sortable, Folding.alphabet());
                case MET -> Comparator.comparingInt(Standing::met).reversed();
                case FRESH -> Comparator.comparingInt(Standing::fresh).reversed();
                case MEETINGS -> Comparator.comparingInt(Standing::meetings).reversed();
                case CONTACTS -> Comparator.comparingInt(Standing::contacts).reversed();
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A name in which a lower number stands before a higher one. */
    private static String sortable(Standing standing) {
        return NUMBER.matcher(standing.organisation().name()).replaceAll(found -> "%08d".formatted(
                Integer.valueOf(found.group())));
    }

    /** Only letters, digits and hyphens of what was asked for, which is all that an id has. */
    static MapQuery of(String here, FormText asked) {
        return new MapQuery(here, id(asked.line("to")), id(asked.line("of")), Arrays.stream(Column.values())
                .filter(column -> column.code().equals(asked.line("sort")))
                .findFirst()
                .orElse(Column.NAME));
    }

    private static String id(String text) {
        return text.matches("[a-z0-9-]*") ? text : "";
    }

    /** The organisations in the order that was asked for; equal ones by name. */
    List<Standing> sorted(List<Standing> standings) {
        return standings.stream()
                .sorted(sort.order().thenComparing(Column.NAME.order()))
                .toList();
    }

    /** For {@code aria-sort}: null where the table is sorted by another column, so that jte leaves it out. */
    String sorted(Column column) {
        return column != sort ? null : column == Column.NAME ? "ascending" : "descending";
    }

    /** The same after another session. */
    MapQuery after(String session) {
        return new MapQuery(here, session, of, sort);
    }

    /** The same about an organisation, or about all. */
    MapQuery about(String organisation) {
        return new MapQuery(here, to, organisation, sort);
    }

    /** The same in another order. */
    MapQuery by(Column column) {
        return new MapQuery(here, to, of, column);
    }

    /**
     * The same as a file.
     *
     * @param program for which program; empty for any
     */
    String file(String ending, String program) {
        return address(here + "." + ending, new TreeMap<>(Map.of("to", to, "for", program)));
    }

    /** The address of the page that the query asks for. */
    String address() {
        var asked = new LinkedHashMap<String, String>();
        asked.put("to", to);
        asked.put("of", of);
        asked.put("sort", sort == Column.NAME ? "" : sort.code());
        return address(here, asked);
    }

    private static String address(String path, Map<String, String> asked) {
        var query = asked.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return path + (query.isEmpty() ? "" : "?" + query);
    }
}
