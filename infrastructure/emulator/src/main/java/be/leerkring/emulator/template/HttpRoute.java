package be.leerkring.emulator.template;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A route of the HTTP API.
 *
 * @param method in capitals, or {@code ANY}
 * @param path with its variables in braces, the last perhaps greedy ({@code {proxy+}}) and then of one segment or more;
 *     or {@code $default} for whatever no other route takes
 */
public record HttpRoute(String method, String path) {

    private static final String DEFAULT = "$default";

    /** From the left, a segment that is given goes before a variable, and a variable before a greedy one. */
    private static final Comparator<HttpRoute> CLOSEST_FIRST = Comparator.comparing(HttpRoute::isDefault)
            .thenComparing(HttpRoute::isGreedy)
            .thenComparing(HttpRoute::openness)
            .thenComparing(HttpRoute::takesAnyMethod);

    /**
     * The one of these routes that API Gateway gives a request to: one that fits in full before a greedy one, of two
     * greedy ones the longer, and the default if no other fits (API Gateway Developer Guide, "Routing API requests").
     *
     * @param method in capitals
     * @param path without the query
     * @return empty if none fits and there is no default
     */
    public static Optional<HttpRoute> choose(Collection<HttpRoute> routes, String method, String path) {
        return routes.stream().filter(route -> route.fits(method, path)).min(CLOSEST_FIRST);
    }

    private boolean fits(String asked, String address) {
        return isDefault() || ((takesAnyMethod() || method.equals(asked)) && pattern().matcher(address).matches());
    }

    private boolean isDefault() {
        return path.equals(DEFAULT);
    }

    private boolean takesAnyMethod() {
        return method.equals("ANY");
    }

    /** Whether its last variable takes all that follows. */
    public boolean isGreedy() {
        return path.endsWith("+}");
    }

    private Pattern pattern() {
        return Pattern.compile(segments().map(HttpRoute::expression).collect(Collectors.joining("/")));
    }

    private static String expression(String segment) {
        return switch (openness(segment)) {
            case 0 -> Pattern.quote(segment);
            case 1 -> "[^/]+";
            default -> "[^/].*";
        };
    }

    private String openness() {
        return segments().map(segment -> String.valueOf(openness(segment))).collect(Collectors.joining());
    }

    private static int openness(String segment) {
        if (segment.endsWith("+}")) {
            return 2;
        }
        return segment.startsWith("{") ? 1 : 0;
    }

    private Stream<String> segments() {
        return Stream.of(path.split("/", -1));
    }
}
