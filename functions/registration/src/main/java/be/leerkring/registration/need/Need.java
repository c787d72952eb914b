package be.leerkring.registration.need;

import be.leerkring.platform.language.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody answered to one question.
 *
 * @param chosen of the answers to choose from, by their codes
 * @param text what they wrote; can be empty
 */
public record Need(Asked asked, List<String> chosen, String text) {

    public Need {
        chosen = List.copyOf(chosen);
    }

    boolean isEmpty() {
        return chosen.isEmpty() && text.isEmpty();
    }

    /** One of the answers to choose from, in the reader's words. */
    public static String words(Asked asked, String choice, Texts reader) {
        return reader.text("question." + asked.kind() + "." + choice);
    }

    /** All of it on one line, for this reader. */
    public String words(Texts reader) {
        return Stream.concat(chosen.stream().map(choice -> words(asked, choice, reader)), Stream.of(text))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
