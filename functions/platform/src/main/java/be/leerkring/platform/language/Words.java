package be.leerkring.platform.language;

import java.util.List;

/**
 * Text in one language.
 *
 * @param language its ISO 639 code; empty where nobody knows it
 */
public record Words(String text, String language) {

    /** No words. */
    public static final Words NONE = new Words("", "");

    /** Words with others among them: these in pieces, the others once, where they are. */
    public List<Words> around(Words quoted) {
        var at = quoted.text().isEmpty() ? -1 : text.indexOf(quoted.text());
        return at < 0
                ? List.of(this)
                : List.of(
                        new Words(text.substring(0, at), language),
                        quoted,
                        new Words(text.substring(at + quoted.text().length()), language));
    }

    /** For {@code lang} in words of this language: null where it is the same or unknown, so that jte leaves it out. */
    public String lang(Language around) {
        return language.isEmpty() || language.equals(around.code()) ? null : language;
    }
}
