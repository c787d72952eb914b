package be.leerkring.feedback.results;

import be.leerkring.desk.Edit;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What organisers reply to what people said, as one fills it in.
 *
 * @param revision which this is to follow
 * @param text a change on each line
 */
public record ReplyForm(long revision, LocalizedText text) {

    static final int LONGEST = 1500;

    static ReplyForm of(Reply reply) {
        return new ReplyForm(reply.revision(), reply.text());
    }

    static ReplyForm of(FormText form, List<Language> languages) {
        return new ReplyForm(
                form.number("revision", 0),
                new LocalizedText(languages.stream()
                        .collect(Collectors.toMap(Language::code, language -> form.lines(field(language))))));
    }

    /** The name of the field for the text in this language. */
    static String field(Language language) {
        return "text-" + language.code();
    }

    /** The text in this language. */
    String in(Language language) {
        return text.byLanguage().getOrDefault(language.code(), "");
    }

    /** The same when somebody else changed the reply: what was filled in stays, and follows what there is now. */
    ReplyForm after(Edit.Conflict<Reply> conflict) {
        return new ReplyForm(conflict.now().revision(), text);
    }

    FormErrors.Found check(List<Language> languages) {
        var found = new FormErrors.Found();
        languages.forEach(language -> found.field(field(language), in(language))
                .longest(LONGEST, "reply.text.long")
                .lines("reply.text.characters"));
        return found;
    }
}
