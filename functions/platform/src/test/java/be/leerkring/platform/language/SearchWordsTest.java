package be.leerkring.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchWordsTest {

    private static boolean finds(String typed, String... texts) {
        return SearchWords.of(typed).areIn(List.of(texts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "FINANCIËN | de financiën van een cluster",
            "financien | de Financie\u0308n van een cluster",
            "financiën | de financien van een cluster",
            "ελενη | Ελένη Παπαδοπούλου",
            "ΕΛΈΝΗ | Ελένη Παπαδοπούλου",
            "σοφοσ | ΣΟΦΌΣ",
            "ΣΟΦΟΣ | σοφός",
            "μαϊου | Μαΐου",
            "strasse | Straße",
            "STRAẞE | Strasse",
            "istanbul | İstanbul",
            "programma's | de programma’s",
            "ﬁets | fiets",
            "lukasz | Łukasz Nowak",
            "oystein | Øystein",
            "dang | Đặng Thị",
            "dhondt | D’Hondt",
            "d'hondt | D‘Hondt",
            "ohara | O´Hara",
            "jeanpierre | Jean‑Pierre",
            "jean-pierre | Jean Pierre",
            "jean pierre | Jean-Pierre",
            "e-mail | email",
    })
    void caseAndAccentsMakeNoDifference(String typed, String text) {
        assertThat(finds(typed, text)).isTrue();
    }

    @Test
    void everyWordMustBeThereWhereverAndInWhateverOrder() {
        assertThat(finds("economie industrie", "Industrie 4.0", "circulaire economie")).isTrue();
        assertThat(finds("economie landbouw", "Industrie 4.0", "circulaire economie")).isFalse();
        assertThat(finds("centra", "innovatiecentra")).isTrue();
        assertThat(finds("4.0", "industrie 4.0")).isTrue();
        assertThat(finds("4.0", "40 plaatsen, 2017")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"circulaire economie\"", "circulaire, economie.", " circulaire\u00a0\teconomie ",
            "(economie)"})
    void whatStandsAroundAWordIsNoPartOfIt(String typed) {
        assertThat(finds(typed, "Circulaire economie")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?", "\"\" ,", "\u0301"})
    void withoutWordsEverythingIsFound(String typed) {
        assertThat(SearchWords.of(typed).isEmpty()).isTrue();
        assertThat(finds(typed, "Circulaire economie")).isTrue();
    }

    @Test
    void aWordDoesNotRunFromOneTextIntoTheNext() {
        assertThat(finds("kringloop", "kring", "loop")).isFalse();
    }
}
