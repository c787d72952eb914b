package be.leerkring.local.front;

import be.leerkring.testing.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Answers that say for how long they may be kept, kept for so long: a browser's, or that of one edge of the front. */
final class Cache {

    private static final Pattern KEPT = Pattern.compile("public,.*max-age=([0-9]+).*");

    private final Map<String, Kept> kept = new HashMap<>();
    private final Clock clock;

    private record Kept(Answer answer, Instant until) {}

    Cache(Clock clock) {
        this.clock = clock;
    }

    /** What is kept of this path, or else what it is asked for elsewhere. */
    Answer get(String path, Function<String, Answer> elsewhere) {
        var found = kept.get(path);
        if (found != null && clock.instant().isBefore(found.until())) {
            return found.answer();
        }
        var answer = elsewhere.apply(path);
        var control = KEPT.matcher(answer.header("cache-control"));
        if (answer.status() == 200 && control.matches()) {
            var until = clock.instant().plus(Duration.ofSeconds(Long.parseLong(control.group(1))));
            kept.put(path, new Kept(answer, until));
        }
        return answer;
    }
}
