package be.leerkring.registration;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.DeskFields;
import be.leerkring.registration.form.PersonFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonFieldsTest {

    private static List<String> wrongWith(String typed) {
        var found = new FormErrors.Found();
        PersonFields.name(line(typed), found);
        return messages(found);
    }

    /** The same, where an organiser types it: to enrol somebody, or to put a name right. */
    private static List<String> wrongAtTheDesk(String typed) {
        return messages(DeskFields.name(line(typed)));
    }

    private static String line(String typed) {
        return new FormText(Map.of("name", typed)).line("name");
    }

    private static List<String> messages(FormErrors.Found found) {
        return found.inOrderOf(List.of("name"), key -> key).errors().stream()
                .map(FormErrors.FieldError::message)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b\u200e", "\u2800", "\u3164", "\u115f", "\uffa0", "\u00ad",
            "\ufe0f", "007", "\udb40\udc67"})
    void whatHasNoLetterIsNobodysName(String typed) {
        assertThat(wrongWith(typed)).containsExactly("registration.name.missing");
        assertThat(wrongAtTheDesk(typed)).containsExactly("enrol.name.missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jan", "\u00a0Jan\u200b", "Đặng", "李", "X Æ A-12"})
    void whatHasOneIs(String typed) {
        assertThat(wrongWith(typed)).isEmpty();
        assertThat(wrongAtTheDesk(typed)).isEmpty();
    }
}
