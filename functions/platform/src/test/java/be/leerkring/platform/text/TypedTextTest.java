package be.leerkring.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTextTest {

    private static boolean showsNothing(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    @Test
    void whatUnicodeSaysShowsNothingGoesFromBothEndsAndNothingElse() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                .filter(codePoint -> TypedText.line(Character.toString(codePoint)).isEmpty() != showsNothing(codePoint))
                .mapToObj(Integer::toHexString)).isEmpty();
    }

    @Property
    void aLineBeginsAndEndsWithWhatCanBeSeen(@ForAll String typed) {
        var line = TypedText.line("\u00a0\u200b" + typed + "\ufeff\u3164 ");

        assertThat(TypedText.line(line)).isEqualTo(line);
        assertThat(line.isEmpty() || !showsNothing(line.codePointAt(0))).isTrue();
    }

    @Test
    void whatIsInTheMiddleStays() {
        assertThat(TypedText.line("\u200eJan\u00a0\u200dPeeters\u202f")).isEqualTo("Jan\u00a0\u200dPeeters");
        assertThat(TypedText.line("cafe\u0301")).isEqualTo("café");
    }

    @Test
    void anEmojiKeepsWhatMakesItsPicture() {
        var scotland = "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f";

        assertThat(List.of("Dank u \u2764\ufe0f", "Groeten uit " + scotland))
                .allSatisfy(text -> assertThat(TypedText.line(text + "\u00a0")).isEqualTo(text));
        assertThat(TypedText.line("Jan\ufe0f")).isEqualTo("Jan");
        assertThat(TypedText.line("Jan\udb40\udc67")).isEqualTo("Jan");
        assertThat(TypedText.line("\ufe0f\udb40\udc67")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u200e", "\u2800", "\u3164", "\u115f\u1160", "\uffa0",
            "\u00ad", "\udb40\udc67", "\ufe0f", "\u0301", "12", "!", "\u2764\ufe0f", "\ud83d\ude00"})
    void whatHasNoLetterIsNobodysName(String typed) {
        assertThat(TypedText.hasLetter(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jan", "Đ", "李", "محمد", "한", "Ł.", "'t", "\ud835\udc00"})
    void whoeverHasOneHasAName(String typed) {
        assertThat(TypedText.hasLetter(typed)).isTrue();
    }
}
