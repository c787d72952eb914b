package be.leerkring.platform.language;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages that the network speaks, in the order in which it prefers them. */
@Singleton
public final class Languages {

    private final Map<String, Texts> texts = new LinkedHashMap<>();
    private final Language preferred;

    /**
     * @param codes ISO 639 codes, the preferred one first, separated by commas
     * @throws IllegalArgumentException when there is none, or one has no texts
     */
    public Languages(@Value("${LANGUAGES}") String codes) {
        var all = Arrays.stream(codes.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(Language::new)
                .toList();
        all.forEach(language -> texts.put(language.code(), Texts.read(language, all)));
        preferred = texts.values().stream()
                .findFirst()
                .map(Texts::language)
                .orElseThrow(() -> new IllegalArgumentException("LANGUAGES names no language; set it to, say, nl,en"));
    }

    /** The language of those who ask for none that the network speaks. */
    public Language preferred() {
        return preferred;
    }

    /** All of them, the preferred one first. */
    public List<Language> all() {
        return texts.values().stream().map(Texts::language).toList();
    }

    /** The language with this code, if the network speaks it. */
    public Optional<Language> withCode(String code) {
        return Optional.ofNullable(code).map(texts::get).map(Texts::language);
    }

    /** The texts of a language; of the preferred one where the network has ceased to speak this language. */
    public Texts texts(Language language) {
        return texts.getOrDefault(language.code(), texts.get(preferred.code()));
    }

    /**
     * The best language for a reader, by the lookup of RFC 4647 section 3.4.
     *
     * @param acceptLanguage the header's value, or null; one that can't be read counts as none
     */
    public Language negotiate(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return preferred;
        }
        try {
            var wished = Locale.LanguageRange.parse(acceptLanguage);
            var found = Locale.lookupTag(wished, texts.keySet());
            return withCode(found).orElse(preferred);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return preferred;
        }
    }
}
