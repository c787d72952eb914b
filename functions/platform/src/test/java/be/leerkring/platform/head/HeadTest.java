package be.leerkring.platform.head;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadTest {

    private static final Language DUTCH = new Language("nl");

    private static String described(String text) {
        return new Head("Titel", text).description();
    }

    @Test
    void aDescriptionIsOneLineAndKeptWhole() {
        assertThat(described("Een alinea.\n\n- En [nog](https://x.test) een.")).isEqualTo("Een alinea. En nog een.");
        assertThat(described("a".repeat(160))).isEqualTo("a".repeat(160));
        assertThat(described("")).isEmpty();
    }

    @Test
    void aLongOneIsCutAtAWord() {
        assertThat(described("samen leren ".repeat(20)))
                .hasSizeLessThanOrEqualTo(160)
                .endsWith("leren …")
                .hasSizeGreaterThan(140);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "🎉", "👩‍🔬"})
    void aWordWithoutEndIsCutBetweenCharacters(String letter) {
        for (var before = 0; before < 4; before++) {
            var description = described(".".repeat(before) + letter.repeat(200));

            assertThat(description).hasSizeLessThanOrEqualTo(160).hasSizeGreaterThan(150).endsWith("…");
            assertThat(description.codePoints()).noneMatch(one -> Character.getType(one) == Character.SURROGATE);
        }
    }

    /** The network's name stands behind it: only where both are in one language can a title say in which. */
    @Test
    void aTitleThatIsAllInAnotherLanguageSaysSo() {
        var dutch = new Words("Lerend netwerk", "nl");
        var english = new Language("en");

        assertThat(new Head(new Words("Samen leren", "nl"), "").lang(dutch, english)).isEqualTo("nl");
        assertThat(new Head(dutch, "").lang(dutch, english)).isEqualTo("nl");
        assertThat(new Head(new Words("Samen leren", "nl"), "").lang(dutch, new Language("nl"))).isNull();
        assertThat(new Head(new Words("Learning together", "en"), "").lang(dutch, english)).isNull();
        assertThat(new Head(new Words("Learning together", "en"), "").lang(dutch, new Language("nl"))).isNull();
        assertThat(new Head("Knowledge base", "").lang(dutch, english)).isNull();
    }

    /** HTML, "Restrictions for contents of script elements". */
    @Test
    void dataCanStandInAPageWhateverItHolds() {
        var data = new Head(new Words("", ""), "", "{\"name\":\"</script><!-- & \u2028\u2029 \\\\ \\\" é\"}").data();

        assertThat(data).isEqualTo(
                "{\"name\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\\u2029 \\\\ \\\" é\"}");
    }

    @ParameterizedTest
    @CsvSource({
            "'', false, ?language=nl, https://x.test/sessions/a",
            "q=a%26b&theme=c, false, ?language=nl&q=a%26b&theme=c, https://x.test/sessions/a",
            "q=a, true, ?language=nl&q=a, https://x.test/sessions/a?language=nl"
    })
    void aPageInAnotherLanguageIsTheSameAndIsKnownByOneAddress(
            String query, boolean names, String other, String canonical) {
        var address = new PageAddress("https://x.test", "/sessions/a", query, names);

        assertThat(address.in(DUTCH)).isEqualTo(other);
        assertThat(address.canonical(DUTCH)).isEqualTo(canonical);
        assertThat(address.complete(DUTCH)).isEqualTo("https://x.test/sessions/a?language=nl");
    }

    @Test
    void whatNoAddressHoldsIsEncoded() {
        assertThat(new PageAddress("https://x.test", "/sessions/é\"<%2F", "", false).complete())
                .isEqualTo("https://x.test/sessions/%C3%A9%22%3C%2F");
    }
}
