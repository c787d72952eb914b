package be.leerkring.local;

import java.util.List;
import java.util.Map;

/**
 * What the site answered.
 *
 * @param headers by their names in lower case
 */
public record Answer(int status, Map<String, List<String>> headers, String body) {

    /** The first header of this name, empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /** The cookies, with their attributes. */
    public List<String> cookies() {
        return headers.getOrDefault("set-cookie", List.of());
    }
}
