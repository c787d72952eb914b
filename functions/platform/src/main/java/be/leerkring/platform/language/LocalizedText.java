package be.leerkring.platform.language;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text that an organiser wrote in one or more languages.
 *
 * @param byLanguage the text by ISO 639 code; only languages in which there is one
 */
public record LocalizedText(Map<String, String> byLanguage) {

    /** No text in any language. */
    public static final LocalizedText NONE = new LocalizedText(Map.of());

    public LocalizedText {
        byLanguage = byLanguage.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether there is no text in any language. */
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** Whether there is a text, but none in this language. */
    public boolean lacks(Language language) {
        return !isEmpty() && !byLanguage.containsKey(language.code());
    }

    /**
     * The text in this language; where it is not translated, in Dutch; else in whichever language there is, or the
     * empty text where there is none.
     */
    public String in(Language language) {
        var translated = byLanguage.get(language.code());
        if (translated != null) {
            return translated;
        }
        return byLanguage.getOrDefault(
                "nl", byLanguage.values().stream().sorted().findFirst().orElse(""));
    }
}
