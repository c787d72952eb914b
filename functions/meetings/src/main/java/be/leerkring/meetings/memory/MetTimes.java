package be.leerkring.meetings.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often pairs met, as an item keeps it: by their places in a list, some eight bytes a pair. {@code 0-3:2 1-4:1}
 * says that the first and the fourth met twice, the second and the fifth once.
 */
final class MetTimes {

    private MetTimes() {}

    static String text(List<String> ids, Map<Acquaintance, Integer> times) {
        var places = new HashMap<String, Integer>();
        ids.forEach(id -> places.put(id, places.size()));
        return new TreeMap<>(times)
                .entrySet().stream()
                .map(entry -> places.get(entry.getKey().one()) + "-" + places.get(entry.getKey().other()) + ":"
                        + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    static Map<Acquaintance, Integer> times(List<String> ids, String text) {
        return Arrays.stream(text.split(" "))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("[-:]"))
                .collect(Collectors.toMap(
                        parts -> new Acquaintance(ids.get(place(parts[0])), ids.get(place(parts[1]))),
                        parts -> Integer.valueOf(parts[2])));
    }

    private static int place(String text) {
        return Integer.parseInt(text);
    }
}
