package be.leerkring.desk;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.web.View;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of one thing that an organiser changed.
 *
 * @param field names the text {@code log.field.<field>}; or is shown as it is where there is no such text. What follows
 *     a dot tells the thing from its like: a language, as in {@code title.nl}, or words that are shown as they are
 * @param from as it was, in words that need no explanation; empty for nothing
 * @param to as it is; empty for nothing
 */
public record Change(String field, String from, String to) {

    /** The change from one value to the other; empty where they are the same. */
    public static Optional<Change> between(String field, Object from, Object to) {
        return from.equals(to) ? Optional.empty() : Optional.of(new Change(field, from.toString(), to.toString()));
    }

    /** What it is that changed, for this reader. */
    public String label(View view) {
        var parts = field.split("\\.", 2);
        return view.find("log.field." + parts[0])
                .map(text -> parts.length == 1 ? text : text + " (" + which(parts[1], view) + ")")
                .orElse(field);
    }

    private static String which(String words, View view) {
        return Arrays.stream(words.split("\\."))
                .map(word -> view.languages().stream()
                        .filter(language -> language.code().equals(word))
                        .findFirst()
                        .map(Language::ownName)
                        .orElse(word))
                .collect(Collectors.joining(", "));
    }
}
