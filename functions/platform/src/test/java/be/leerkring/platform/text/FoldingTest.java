package be.leerkring.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldingTest {

    private static final Set<UnicodeBlock> WRITTEN = Set.of(
            UnicodeBlock.LATIN_1_SUPPLEMENT,
            UnicodeBlock.LATIN_EXTENDED_A,
            UnicodeBlock.LATIN_EXTENDED_B,
            UnicodeBlock.LATIN_EXTENDED_ADDITIONAL);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "Łukasz, lukasz",
            "ØYSTEIN, oystein",
            "Đặng, dang",
            "Ægir, aegir",
            "Işıl İbrahim, isil ibrahim",
            "Þór Guðrún, thor gudrun",
            "Weiß GROẞ, weiss gross",
            "Œuvre, oeuvre",
            "Ħamrun, hamrun",
            "Əliyev, aliyev",
            "D’Hondt D'Hondt D‘Hondt DʼHondt D´Hondt D`Hondt D＇Hondt, dhondt dhondt dhondt dhondt dhondt dhondt dhondt",
            "Jean‑Pierre Jean–Pierre Jean−Pierre, jean-pierre jean-pierre jean-pierre",
            "Col·legi, collegi",
            "ﬁets ②, fiets 2",
            "ΣΟΦΌΣ σοφός, sofos sofos",
            "Παπαδοπούλου, papadopoulou",
            "Жуков 李, жуков 李"
    })
    void whateverIsWrittenIsFoundByPlainLetters(String written, String plain) {
        assertThat(Folding.plain(written)).isEqualTo(plain);
    }

    @Test
    void whatShowsNothingMakesNoDifference() {
        assertThat(Folding.plain("J\u200ba\u00adn\ufe0f")).isEqualTo("jan");
        assertThat(Folding.letters("Jean-Pierre  D’Hondt")).isEqualTo("jeanpierredhondt");
    }

    @Test
    void aLatinLetterBecomesWhatCldrMakesOfItWhereItMakesAnything() {
        var cldr = Transliterator.getInstance("Latin-ASCII; Lower");

        assertThat(IntStream.rangeClosed(0x80, 0x1EFF)
                .filter(Character::isLetter)
                .filter(codePoint -> UnicodeScript.of(codePoint) == UnicodeScript.LATIN)
                .filter(codePoint -> WRITTEN.contains(UnicodeBlock.of(codePoint)))
                .mapToObj(Character::toString)
                .filter(letter -> !List.of("ª", "º").contains(letter))
                .filter(letter -> cldr.transliterate(letter).matches("[a-z']+"))
                .filter(letter -> !Folding.plain(letter).equals(cldr.transliterate(letter).replace("'", ""))))
                .isEmpty();
    }

    @Test
    void everyLetterOfAlphabetsInUseBecomesPlain() {
        assertThat(IntStream.rangeClosed(0xC0, 0x17F).filter(Character::isLetter).mapToObj(Character::toString))
                .allSatisfy(letter -> assertThat(Folding.plain(letter)).matches("[a-z]+"));
        assertThat(IntStream.rangeClosed(0x1E00, 0x1EF9).filter(letter -> letter != 'ẟ').mapToObj(Character::toString))
                .allSatisfy(letter -> assertThat(Folding.plain(letter)).matches("[a-z]+"));
    }

    @Property
    void foldingIsDoneAtOnceAndWhateverTheCase(@ForAll String text) {
        var plain = Folding.plain(text);

        assertThat(Folding.plain(plain)).isEqualTo(plain);
        assertThat(Folding.plain(text.toLowerCase(Locale.ROOT))).isEqualTo(plain);
    }

    @Test
    void inTheAlphabetLettersWithAccentsStandAmongThoseWithout() {
        assertThat(Stream.of("Zoë", "Øystein", "Łukasz", "Luc", "lucas", "Anna", "Émile", "Eva", "Pieter", "Maria")
                .sorted(Folding.alphabet()))
                .containsExactly("Anna", "Émile", "Eva", "Luc", "lucas", "Łukasz", "Maria", "Øystein", "Pieter", "Zoë");
    }
}
