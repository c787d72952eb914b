package be.leerkring.programme.session;

import java.util.Map;
import java.util.TreeMap;

/**
 * The items of a programme among a session's values: each by its hour, and by a number where another begins at the same
 * hour. So two people who change different items, or the same one in different languages, do not get in each other's
 * way.
 */
final class ProgrammeRows {

    private static final String PREFIX = "item.";
    private static final int HOUR = "00:00".length();

    private final Map<String, Map<String, String>> titles = new TreeMap<>();

    /** One more item. */
    void add(String hour, Map<String, String> byLanguage) {
        var row = hour;
        for (int number = 2; titles.containsKey(row); number++) {
            row = hour + " (" + number + ")";
        }
        titles.put(row, byLanguage);
    }

    /** All items as values. */
    Map<String, String> values() {
        var values = new TreeMap<String, String>();
        titles.forEach((row, byLanguage) -> byLanguage
                .forEach((language, title) -> values.put(PREFIX + row + "." + language, title)));
        return values;
    }

    /** Whether this value is an item's. */
    static boolean isItem(String field) {
        return field.startsWith(PREFIX);
    }

    /** The items among these values: the titles by language, by hour and number, in order. */
    static Map<String, Map<String, String>> in(Map<String, String> values) {
        var rows = new TreeMap<String, Map<String, String>>();
        values.forEach((field, title) -> {
            if (isItem(field)) {
                var dot = field.lastIndexOf('.');
                rows.computeIfAbsent(field.substring(PREFIX.length(), dot), row -> new TreeMap<>())
                        .put(field.substring(dot + 1), title);
            }
        });
        return rows;
    }

    /** The hour of an item. */
    static String hour(String row) {
        return row.substring(0, HOUR);
    }
}
