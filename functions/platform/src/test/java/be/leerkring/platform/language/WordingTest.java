package be.leerkring.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts speak, as docs/words.md has it: what can be said as a rule. */
final class WordingTest {

    /** Who speaks in these is the reader: what one presses or ticks. */
    private static final Set<String> PRESSED = Set.of(
            "again", "button", "calendar", "cancel", "change", "consent", "decline", "erase", "leave", "none", "offers",
            "organisation", "person", "seeks", "submit", "take", "withdraw");

    private static final Map<String, Pattern> READER = Map.of(
            "nl", Pattern.compile("(?i)\\b(ik|mij|mijn)\\b|haal me "),
            "en", Pattern.compile("\\b(I|me|[Mm]y)\\b"));

    private static final Set<String> LINKS = Set.of("again", "button", "onward");

    /** Each has one word that is said instead. */
    private static final Map<String, Pattern> REFUSED = Map.of(
            "nl", Pattern.compile("(?i)in de rij|(?<!e-)mailadres|toestand|eenmaal,|knop hier(boven|onder)|bezet\\b"),
            "en",
            Pattern.compile("\\b(in line|an? mail|mails|by mail|mailed|by the (button|link)|whoever|search word)\\b"));

    /** What readers stumbled over: what was just done in the simple past, and words that nobody says. */
    private static final Map<String, Pattern> STUMBLED = Map.of(
            "nl",
            Pattern.compile("(?i)\\b(we (stuurden|vroegen|annuleerden|noteerden|wisten)|u schreef|bedankt om te"
                    + "|plaats in de wachtlijst|neemt u ze|is van u|er te gebeuren|krijgt het te weten|vink het aan"
                    + "|wie niet tekent|tekende u|al al|initiatief van agentschap|van lerend netwerk|wat komt er)\\b"),
            "en",
            Pattern.compile("(?i)\\b(cluster working|keep these data|by good practice|in which language do we"
                    + "|both wished|the place of what|look in your mailbox)\\b"));

    private static Map<String, String> texts(String code) {
        var file = ResourceBundle.getBundle("languages." + code, Locale.ROOT);
        return file.keySet().stream()
                .filter(key -> !key.startsWith("import.column."))
                .collect(Collectors.toMap(key -> key, file::getString));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void onlyWhatOnePressesOrTicksSpeaksAsTheReader(String code) {
        assertThat(texts(code))
                .allSatisfy((key, text) -> assertThat(PRESSED.contains(last(key))
                        || !READER.get(code).matcher(text).find())
                        .as(key + "=" + text)
                        .isTrue());
    }

    /** In plain text a colon follows, and the address. */
    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void aLinkInAMailEndsWithoutAPoint(String code) {
        assertThat(texts(code))
                .allSatisfy((key, text) -> assertThat(!key.startsWith("mail.")
                        || !LINKS.contains(last(key))
                        || !text.matches("(?s).*[.:]"))
                        .as(key + "=" + text)
                        .isTrue());
    }

    /** In plain text there is none. */
    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void noMailSpeaksOfItsButton(String code) {
        assertThat(texts(code)).allSatisfy((key, text) -> assertThat(key.startsWith("mail.")
                && Pattern.compile("(?i)\\b(knop|button)").matcher(text).find()).as(key + "=" + text).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void oneThingHasOneWord(String code) {
        assertThat(texts(code))
                .allSatisfy((key, text) -> assertThat(REFUSED.get(code).matcher(text).find())
                        .as(key + "=" + text)
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void whatReadersStumbledOverStaysAway(String code) {
        assertThat(texts(code))
                .allSatisfy((key, text) -> assertThat(STUMBLED.get(code).matcher(text).find())
                        .as(key + "=" + text)
                        .isFalse());
    }
}
