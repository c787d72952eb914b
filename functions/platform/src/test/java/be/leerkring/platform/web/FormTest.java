package be.leerkring.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTest {

    @Test
    void errorsStandInTheOrderOfTheFieldsOneAField() {
        var errors = new FormErrors.Found()
                .add("email", "wrong")
                .add("name", "missing")
                .add(new FormErrors.Found().add("email", "missing").add("consent", "missing"))
                .inOrderOf(List.of("name", "email", "consent"), key -> "text of " + key);

        assertThat(errors.errors())
                .containsExactly(
                        new FormErrors.FieldError("name", "text of missing"),
                        new FormErrors.FieldError("email", "text of wrong"),
                        new FormErrors.FieldError("consent", "text of missing"));
        assertThat(errors.message("email")).isEqualTo("text of wrong");
        assertThat(errors.invalid("email")).isEqualTo("true");
        assertThat(errors.invalid("role")).isNull();
        assertThat(errors.describedBy("email", "email-hint")).isEqualTo("email-hint email-error");
        assertThat(errors.describedBy("role", "")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "a\nb", "a\rb", "a\tb", "a\u0000b", "a\u007fb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u202eb",
            "a\u202ab", "a\u2066b", "a\u2069b"
    })
    void aLineHasNoControlCharactersAndNoneThatTurnTheDirectionOfWriting(String text) {
        assertThat(text.matches(FormText.LINE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Zoë D’Hondt-Ñuñez", "王小明", "أحمد", "👩‍🔬 O'Neil", "a+b@c.be"})
    void aLineHasAnybodysName(String text) {
        assertThat(text).matches(FormText.LINE).matches(FormText.LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"een\r\ntwee\n\tdrie", "alles op één regel"})
    void linesHaveBreaksAndTabs(String text) {
        assertThat(text).matches(FormText.LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u202eb", "a\nb\u2067c"})
    void linesHaveNoOtherControlCharacters(String text) {
        assertThat(text.matches(FormText.LINES)).isFalse();
    }

    @Test
    void aFieldIsStrippedComposedAndTheFirstOfSeveral() {
        var form = new FormText(Map.of("name", "  Zoe\u0308 \t", "role", List.of("een", "twee")));

        assertThat(form.line("name")).isEqualTo("Zoë");
        assertThat(form.line("role")).isEqualTo("een");
        assertThat(form.line("absent")).isEmpty();
    }

    @Test
    void aFormKnowsItsFieldsItsNumbersAndItsLines() {
        var form = new FormText(Map.of(
                "out-b", "yes", "out-a", "yes", "reason", "een\r\ntwee\r\n", "revision", " 12 ", "big",
                "9".repeat(19)));

        assertThat(form.after("out-")).containsExactly("a", "b");
        assertThat(form.has("out-a")).isTrue();
        assertThat(form.has("out-c")).isFalse();
        assertThat(form.lines("reason")).isEqualTo("een\ntwee");
        assertThat(form.number("revision")).contains(12L);
        assertThat(form.number("revision", -1)).isEqualTo(12);
        assertThat(List.of("big", "reason", "absent")).allSatisfy(field -> assertThat(form.number(field)).isEmpty());
        assertThat(form.number("absent", -1)).isEqualTo(-1);
        assertThat(new FormText(Map.of("big", "9".repeat(18))).number("big")).contains(999_999_999_999_999_999L);
    }

    @Test
    void ofTheChecksOfAFieldTheFirstThatFailsSaysWhatIsWrong() {
        assertThat(faults("", 1, 2)).isEqualTo("missing");
        assertThat(faults(" ", 1, 2)).isEqualTo("missing");
        assertThat(faults("1\n345", 1, 2)).isEqualTo("long");
        assertThat(faults("1\n", 1, 2)).isEqualTo("characters");
        assertThat(faults("0", 1, 2)).isEqualTo("number");
        assertThat(faults("3", 1, 2)).isEqualTo("number");
        assertThat(faults("-1", -1, 2)).isEqualTo("number");
        assertThat(faults("2", 1, 2)).isEmpty();
        assertThat(faults("99", 1, 99)).isEqualTo("odd");
    }

    private static String faults(String value, int least, int most) {
        var found = new FormErrors.Found();
        found.field("rounds", value)
                .required("missing")
                .longest(4, "long")
                .line("characters")
                .within(least, most, "number")
                .wrong(value.equals("99"), "odd");
        return found.inOrderOf(List.of("rounds"), key -> key).message("rounds");
    }
}
