package be.leerkring.registration.messages;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.MessageGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A message as it was filled in: a subject and a text in the preferred language, and in others or not.
 *
 * @param number empty until it is previewed; then it tells one sending from another
 */
public record MessageForm(String group, Message.MessageText text, Optional<Long> number) {

    static final int LONGEST_SUBJECT = 150;
    static final int LONGEST_TEXT = 5000;

    /** No message has a smaller number: they are milliseconds, since long before there were any. */
    private static final long FIRST = 1_000_000_000_000L;

    /** A form that nobody has filled in, for this group. */
    static MessageForm empty(String group) {
        return new MessageForm(group, new Message.MessageText(LocalizedText.NONE, LocalizedText.NONE),
                Optional.empty());
    }

    public static MessageForm of(FormText form, List<Language> languages) {
        return new MessageForm(
                form.line("group"),
                new Message.MessageText(
                        texts(languages, language -> form.line(subject(language))),
                        texts(languages, language -> form.lines(text(language)))),
                form.number("number"));
    }

    private static LocalizedText texts(List<Language> languages, Function<Language, String> typed) {
        var texts = new HashMap<String, String>();
        languages.forEach(language -> texts.put(language.code(), typed.apply(language)));
        return new LocalizedText(texts);
    }

    /** The name of the field with the subject in this language. */
    static String subject(Language language) {
        return "subject-" + language.code();
    }

    /** The name of the field with the text in this language. */
    static String text(Language language) {
        return "text-" + language.code();
    }

    /** All fields, from top to bottom. */
    static List<String> fields(List<Language> languages) {
        return Stream.concat(
                Stream.of("group"),
                languages.stream().flatMap(language -> Stream.of(subject(language), text(language))))
                .toList();
    }

    /** What is wrong with it, as long as these groups have people. */
    FormErrors.Found check(Set<MessageGroup> groups, Languages languages) {
        var errors = new FormErrors.Found();
        errors.field("group", group).wrong(!groups.contains(new MessageGroup(group)), "message.group.missing");
        for (var language : languages.all()) {
            var subject = subjectIn(language);
            var words = textIn(language);
            var needed = language.equals(languages.preferred()) || !subject.isEmpty() || !words.isEmpty();
            errors.field(subject(language), subject)
                    .wrong(needed && subject.isEmpty(), "message.subject.missing")
                    .longest(LONGEST_SUBJECT, "message.subject.long")
                    .line("message.subject.characters");
            errors.field(text(language), words)
                    .wrong(needed && words.isEmpty(), "message.text.missing")
                    .longest(LONGEST_TEXT, "message.text.long")
                    .lines("message.text.characters");
        }
        return errors;
    }

    String subjectIn(Language language) {
        return text.subject().byLanguage().getOrDefault(language.code(), "");
    }

    String textIn(Language language) {
        return text.text().byLanguage().getOrDefault(language.code(), "");
    }

    /** The number of this sending, or one that was not given to any before. */
    long numberOr(long fresh) {
        return number.filter(given -> given >= FIRST && given <= fresh).orElse(fresh);
    }
}
