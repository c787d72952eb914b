package be.leerkring.platform.language;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The text in the first of these languages that has it; else in whichever has it; empty where none has. */
    String inFirst(Stream<Language> languages) {
        return first(languages).map(byLanguage::get).orElse("");
    }

    /** The code of the language of that text; empty where there is none. */
    Optional<String> first(Stream<Language> languages) {
        return Stream.concat(languages.map(Language::code), byLanguage.keySet().stream().sorted())
                .filter(byLanguage::containsKey)
                .findFirst();
    }
}
