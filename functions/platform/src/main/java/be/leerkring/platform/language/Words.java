package be.leerkring.platform.language;

/**
 * Text in one language.
 *
 * @param language its ISO 639 code; empty where nobody knows it
 */
public record Words(String text, String language) {

    /** No words. */
    public static final Words NONE = new Words("", "");

    /** For {@code lang} in words of this language: null where it is the same or unknown, so that jte leaves it out. */
    public String lang(Language around) {
        return language.isEmpty() || language.equals(around.code()) ? null : language;
    }
}
