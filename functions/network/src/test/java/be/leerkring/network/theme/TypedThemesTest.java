package be.leerkring.network.theme;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypedThemesTest {

    private static final Language DUTCH = new Language("nl");

    private final Languages languages = new Languages("nl,en");
    private final TypedThemes themes = new TypedThemes(languages);

    @ParameterizedTest
    @CsvSource({
            "Europa, Europa, europa",
            "R&D, R&D, r-d",
            "e-commerce, e-commerce, e-commerce",
            "Wérken aan  morgen, Wérken_aan_morgen, werken-aan-morgen",
            "no\u00A0break, no_break, no-break",
            "Industrie 4.0, industrie-4-0, industrie-4-0",
            "circular economy, circulaire-economie, circulaire-economie"
    })
    void aThemeIsKeptAsItWasTypedAndFoundByItsSlug(String typed, String id, String slug) {
        assertThat(themes.ids(typed)).containsExactly(id);
        assertThat(ThemeNames.isId(id)).isTrue();
        assertThat(ThemeNames.slug(id)).isEqualTo(slug);
    }

    @Test
    void aThemeIsReadAsItWasTyped() {
        assertThat(themes.names(String.join(" ", themes.ids("Europa; Wérken aan morgen, INDUSTRIE 4.0")), DUTCH))
                .isEqualTo("Europa, Wérken aan morgen, industrie 4.0");
    }

    @Test
    void typedTwiceItIsOneAndWithoutALetterNone() {
        assertThat(themes.ids("Europa, europa, EUROPA")).containsExactly("Europa");
        assertThat(themes.ids("?!")).containsExactly("");
        assertThat(ThemeNames.isId("")).isFalse();
        assertThat(ThemeNames.isId("a b")).isFalse();
        assertThat(ThemeNames.distinct(Stream.of("Europa", "industrie-4-0", "europa")))
                .isEqualTo(List.of("Europa", "industrie-4-0"));
    }

    @Test
    void aVeryLongOneIsCut() {
        assertThat(themes.ids("Lang ".repeat(50))).allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(60));
    }
}
