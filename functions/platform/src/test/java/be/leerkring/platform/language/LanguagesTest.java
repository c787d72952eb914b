package be.leerkring.platform.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguagesTest {

    private static final Language NL = new Language("nl");
    private static final Language EN = new Language("en");
    private static final Texts DUTCH = Texts.read(NL, List.of(NL, EN));
    private static final Texts ENGLISH = Texts.read(EN, List.of(NL, EN));

    private final Languages languages = new Languages("nl,en");

    @Test
    void everyTextIsInEveryLanguage() {
        assertThat(ENGLISH.keys()).containsExactlyInAnyOrderElementsOf(DUTCH.keys());
    }

    /** Holds every text of every language against this, and tells all that are wrong at once. */
    private static void everyText(BiConsumer<Texts, String> check) {
        assertSoftly(all -> Stream.of(DUTCH, ENGLISH)
                .forEach(texts -> texts.keys().stream().sorted().forEach(key -> all
                        .assertThatCode(() -> check.accept(texts, key))
                        .as(texts.language().code() + ": " + key)
                        .doesNotThrowAnyException())));
    }

    /** A straight one would be MessageFormat's quote, and swallow what follows it. */
    @Test
    void noTextHasAStraightApostrophe() {
        everyText((texts, key) -> assertThat(pattern(texts, key)).doesNotContain("'").isNotBlank());
    }

    @Test
    void everyTextFormatsWithItsArgumentsAndWithoutLeftovers() {
        everyText((texts, key) -> {
            var arguments = new Object[arguments(texts, key)];
            Arrays.fill(arguments, 2);
            assertThat(texts.text(key, arguments)).doesNotContain("{", "}");
        });
    }

    @Test
    void aTextTakesTheSameArgumentsInEveryLanguage() {
        everyText((texts, key) -> assertThat(arguments(texts, key)).isEqualTo(arguments(DUTCH, key)));
    }

    private static int arguments(Texts texts, String key) {
        return new MessageFormat(pattern(texts, key)).getFormatsByArgumentIndex().length;
    }

    /** The text as it stands in the file. */
    private static String pattern(Texts texts, String key) {
        return ResourceBundle.getBundle("languages." + texts.language().code(), Locale.ROOT)
                .getString(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "nl | nl",
            "en | en",
            "en-GB,en;q=0.9 | en",
            "nl-BE,nl;q=0.9,en;q=0.8 | nl",
            "fr-BE,fr;q=0.9,en;q=0.8,nl;q=0.7 | en",
            "en;q=0.2,nl;q=0.8 | nl",
            "EN-us | en"
    })
    void theReaderGetsTheBestOfWhatTheNetworkSpeaks(String header, String code) {
        assertThat(languages.negotiate(header).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "fr", "*", ";;;q=x", "nl;q=two", "é€\u0000", ",", "q=1", "-", "zz-"})
    void aHeaderThatSaysNothingUsefulMeansThePreferredLanguage(String header) {
        assertThat(languages.negotiate(header)).isEqualTo(new Language("nl"));
        assertThat(new Languages("en, nl").negotiate(header)).isEqualTo(new Language("en"));
    }

    @Test
    void aVeryLongHeaderIsStillAnswered() {
        assertThat(languages.negotiate("en-x-" + "a1b2c3d4-".repeat(800) + "z")).isIn(languages.all());
        assertThat(languages.negotiate("a;q=0.1,".repeat(2000) + "en")).isIn(languages.all());
    }

    @Test
    void withoutLanguagesTheMessageNamesTheVariable() {
        assertThatThrownBy(() -> new Languages(" , ")).hasMessageContaining("LANGUAGES");
    }

    @Test
    void aLanguageWithoutAFileIsNamedWithTheFileToAdd() {
        assertThatThrownBy(() -> new Languages("nl,fr"))
                .hasMessageContaining("LANGUAGES")
                .hasMessageContaining("functions/languages/fr.properties");
    }

    /** Of two texts with the same key the later one would win without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void noTextStandsTwiceInAFile(String code) throws IOException {
        try (var file = new BufferedReader(new InputStreamReader(
                LanguagesTest.class.getResourceAsStream("/languages/" + code + ".properties"), UTF_8))) {
            assertThat(file.lines().filter(line -> line.contains("=")).map(line -> line.split("=", 2)[0].strip()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aLanguageThatTheNetworkCeasedToSpeakIsReadInThePreferredOne() {
        assertThat(languages.texts(new Language("fr")).language()).isEqualTo(languages.preferred());
    }

    @Test
    void whatIsNotTranslatedIsReadInTheLanguageThatTheNetworkPrefers() {
        var english = new Languages("en,nl");
        var written = new LocalizedText(Map.of("nl", "Circulair", "en", "Zero waste", "de", "Abfallfrei"));

        assertThat(english.texts(NL).text(written)).isEqualTo("Circulair");
        assertThat(english.texts(EN).text(written)).isEqualTo("Zero waste");
        assertThat(english.texts(NL).text(new LocalizedText(Map.of("en", "Zero waste", "de", "Abfallfrei"))))
                .isEqualTo("Zero waste");
        assertThat(languages.texts(EN).text(new LocalizedText(Map.of("nl", "Circulair", "de", "Abfallfrei"))))
                .isEqualTo("Circulair");
        assertThat(english.texts(EN).text(new LocalizedText(Map.of("fr", "Zéro", "de", "Abfallfrei"))))
                .as("in no language that the network still speaks")
                .isEqualTo("Abfallfrei");
        assertThat(english.texts(EN).text(LocalizedText.NONE)).isEmpty();
    }

    @Test
    void aLanguageIsListedByItsOwnName() {
        assertThat(languages.all()).extracting(Language::ownName).containsExactly("Nederlands", "English");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL", "n", "nl-BE", "../nl", ""})
    void whatIsNoCodeIsNoLanguage(String code) {
        assertThatThrownBy(() -> new Language(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
