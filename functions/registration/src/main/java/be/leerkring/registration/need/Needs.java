package be.leerkring.registration.need;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one person said that they need at a session: an answer a question, those that were left empty left out. */
public record Needs(List<Need> all) {

    /** Nothing, as far as anybody knows. */
    public static final Needs NONE = new Needs(List.of());

    public Needs {
        all = all.stream().filter(need -> !need.isEmpty()).toList();
    }

    /** The answers alone, on one line: to tell what changed. */
    public String text() {
        return all.stream()
                .map(need -> String.join(", ", Stream.concat(
                        need.chosen().stream(), Stream.of(need.text()).filter(text -> !text.isEmpty())).toList()))
                .collect(Collectors.joining("; "));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
