package be.leerkring.registration.messages;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.platform.language.Languages;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.message.MessageGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MessageFormTest {

    private final Languages languages = new Languages("nl,en");

    private MessageForm form(Map<String, Object> changes) {
        var body = new HashMap<String, Object>(Map.of(
                "group", "confirmed", "subject-nl", "Agenda", "text-nl", "Een.\r\nTwee.", "number", "1488790800000"));
        body.putAll(changes);
        return MessageForm.of(new FormText(body), languages.all());
    }

    private FormErrors errors(Map<String, Object> changes) {
        return form(changes)
                .check(Set.of(new MessageGroup("confirmed")), languages)
                .inOrderOf(MessageForm.fields(languages.all()), key -> key);
    }

    @Test
    void onlyThePreferredLanguageIsNeeded() {
        assertThat(errors(Map.of()).isEmpty()).isTrue();
        assertThat(form(Map.of()).textIn(languages.preferred())).isEqualTo("Een.\nTwee.");
        assertThat(errors(Map.of("subject-nl", "", "text-nl", " ", "group", "absent")).errors())
                .extracting(FormErrors.FieldError::message)
                .containsExactly("message.group.missing", "message.subject.missing", "message.text.missing");
    }

    @Test
    void aLanguageIsWrittenWhollyOrNotAtAll() {
        assertThat(errors(Map.of("subject-en", "Diary")).message("text-en")).isEqualTo("message.text.missing");
        assertThat(errors(Map.of("text-en", "See you")).message("subject-en")).isEqualTo("message.subject.missing");
        assertThat(errors(Map.of("subject-en", "Diary", "text-en", "See you")).isEmpty()).isTrue();
    }

    @Test
    void aSubjectIsOneLineAndNothingIsTooLong() {
        assertThat(errors(Map.of("subject-nl", "a\nb")).message("subject-nl"))
                .isEqualTo("message.subject.characters");
        assertThat(errors(Map.of("subject-nl", "a".repeat(151))).message("subject-nl"))
                .isEqualTo("message.subject.long");
        assertThat(errors(Map.of("text-nl", "a".repeat(5001))).message("text-nl")).isEqualTo("message.text.long");
        assertThat(errors(Map.of("text-nl", "a\u202Ebc")).message("text-nl")).isEqualTo("message.text.characters");
    }

    @Test
    void aNumberIsKeptUnlessItIsNone() {
        assertThat(form(Map.of()).numberOr(1_488_790_900_000L)).isEqualTo(1_488_790_800_000L);
        assertThat(form(Map.of()).numberOr(1_488_790_700_000L)).isEqualTo(1_488_790_700_000L);
        assertThat(form(Map.of("number", "-1")).numberOr(1_488_790_900_000L)).isEqualTo(1_488_790_900_000L);
        assertThat(form(Map.of("number", "")).numberOr(1_488_790_900_000L)).isEqualTo(1_488_790_900_000L);
    }
}
