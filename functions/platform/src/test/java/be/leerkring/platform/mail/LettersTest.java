package be.leerkring.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.web.NetworkIdentity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a letter, as HTML and as plain text. */
final class LettersTest {

    private static final Language DUTCH = new Language("nl");

    private static final NetworkIdentity NETWORK = new NetworkIdentity("Lerend Netwerk", "nl=het", "Agentschap",
            "nl=het", "https://agentschap.example", "a&b@example.org", "+32 2 123 45 67");

    private final Languages languages = new Languages("nl,en");
    private final Letters letters = new Letters(languages, NETWORK);

    private static Letter letter(Letter.Block... blocks) {
        return new Letter("Onderwerp", "Dag An", List.of(blocks), "Groeten", "Omdat u erbij bent.");
    }

    private String plain(Letter.Block... blocks) {
        return letters.plainText(letter(blocks), DUTCH, Optional.empty());
    }

    private String html(Letter.Block... blocks) {
        return letters.html(letter(blocks), DUTCH, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
            "Schrijf u opnieuw in., Schrijf u opnieuw in:",
            "Bekijk de plaatsen, Bekijk de plaatsen:",
            "Bekijk ze hier: , Bekijk ze hier:",
            "Hebt u zich bedacht?, Hebt u zich bedacht?"
    })
    void aLabelStandsAboveItsAddressWithOneMark(String label, String line) {
        assertThat(plain(new Letter.Button(label, "/my/x"))).contains("\n\n" + line + "\n" + Outbox.SITE + "/my/x\n\n");
        assertThat(plain(new Letter.Reference(label, "/"))).contains("\n\n" + line + "\n" + Outbox.SITE + "/\n\n");
    }

    @Test
    void everyLetterSaysWhomToAsk() {
        assertThat(plain(new Letter.Paragraph("Tekst")))
                .endsWith(" a&b@example.org of bellen naar +32 2 123 45 67.\nhttps://agentschap.example\n");
        assertThat(html(new Letter.Paragraph("Tekst"))).contains(
                "href=\"mailto:a%26b@example.org\"", "href=\"tel:+3221234567\"",
                "href=\"https://agentschap.example\"");
    }

    @Test
    void whatOneDoesFirstStandsFirst() {
        var steps = new Letter.Steps(List.of(
                new Letter.Step("Tafel 15", "Ronde 1 · 15.15 uur", "Bo, VIL; Cis, Catalisti"),
                new Letter.Step("Ronde 2", "", "U slaat deze ronde over.")));

        assertThat(plain(steps)).contains("""
                Tafel 15 · Ronde 1 · 15.15 uur
                Bo, VIL; Cis, Catalisti

                Ronde 2
                U slaat deze ronde over.
                """);
        assertThat(html(steps)).contains(">Tafel 15</strong> · Ronde 1 · 15.15 uur<br>Bo, VIL;");
    }

    @Test
    void anHourIsNeverPartedFromItsNumber() {
        var hours = languages.texts(DUTCH).text("session.hours", "13.30", "17.00");
        var facts = new Letter.Facts(List.of(new Letter.Fact("Wanneer", hours)));

        assertThat(html(facts)).contains("13.30–\u206017.00\u00A0uur");
        assertThat(plain(facts)).contains("Wanneer: 13.30–17.00 uur");
        assertThat(languages.texts(DUTCH).text("time.moment", "donderdag", "9.00")).endsWith("9.00\u00A0uur");
        assertThat(languages.texts(DUTCH).text("sent.until")).contains("48\u00A0uur")
                .doesNotContain("48 uur");
    }

    @Test
    void beforeItIsOpenedAMailShowsWhatItSaysAndWhenAndWhere() {
        var letter = letter(
                new Letter.Paragraph("Uw plaats is zeker.\nTot dan."),
                new Letter.Facts(List.of(
                        new Letter.Fact("Sessie", "Kennismaking"),
                        new Letter.Fact("Wanneer", "donderdag 26 januari"),
                        new Letter.Fact("Waar", "Muntpunt, Brussel"),
                        new Letter.Fact("Voor", "An"))),
                new Letter.Paragraph("Nog iets."));

        assertThat(letter.preview()).isEqualTo("Uw plaats is zeker. Tot dan. donderdag 26 januari · Muntpunt, Brussel");
        assertThat(letters.html(letter, DUTCH, Optional.empty()).indexOf(letter.preview()))
                .isPositive()
                .isLessThan(letters.html(letter, DUTCH, Optional.empty()).indexOf("Dag An"));
    }
}
