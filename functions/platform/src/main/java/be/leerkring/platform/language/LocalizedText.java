package be.leerkring.platform.language;

import java.util.Map;

/**
 * A text that an organiser wrote in one or more languages.
 *
 * @param byLanguage the text by ISO 639 code; at least one
 */
public record LocalizedText(Map<String, String> byLanguage) {

    public LocalizedText {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("A text needs at least one language");
        }
        byLanguage = Map.copyOf(byLanguage);
    }

    /** The text in this language; where it is not translated, in Dutch; else in whichever language there is. */
    public String in(Language language) {
        var translated = byLanguage.get(language.code());
        if (translated != null) {
            return translated;
        }
        return byLanguage.getOrDefault(
                "nl", byLanguage.values().stream().sorted().findFirst().orElseThrow());
    }
}
