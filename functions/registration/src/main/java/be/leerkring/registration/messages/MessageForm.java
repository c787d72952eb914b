package be.leerkring.registration.messages;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A message as it was filled in: a subject and a text in the preferred language, and in others or not.
 *
 * @param number empty until it is previewed; then it tells one sending from another
 */
public record MessageForm(String group, Message.MessageText text, String number) {

    static final int LONGEST_SUBJECT = 150;
    static final int LONGEST_TEXT = 5000;

    /** A form that nobody has filled in, for this group. */
    static MessageForm empty(String group) {
        return new MessageForm(group, new Message.MessageText(LocalizedText.NONE, LocalizedText.NONE), "");
    }

    public static MessageForm of(Map<String, Object> body, List<Language> languages) {
        var form = new FormText(body);
        return new MessageForm(
                form.line("group"),
                new Message.MessageText(
                        texts(languages, language -> form.line(subject(language))),
                        texts(languages, language -> form.line(text(language)).replace("\r\n", "\n"))),
                form.line("number"));
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
        if (!groups.contains(new MessageGroup(group))) {
            errors.add("group", "message.group.missing");
        }
        for (var language : languages.all()) {
            var subject = subjectIn(language);
            var words = textIn(language);
            var needed = language.equals(languages.preferred()) || !subject.isEmpty() || !words.isEmpty();
            check(errors, subject(language), subject, needed, "message.subject", LONGEST_SUBJECT, FormText.LINE);
            check(errors, text(language), words, needed, "message.text", LONGEST_TEXT, FormText.LINES);
        }
        return errors;
    }

    private static void check(
            FormErrors.Found errors,
            String field,
            String value,
            boolean needed,
            String key,
            int longest,
            String characters) {
        if (needed && value.isEmpty()) {
            errors.add(field, key + ".missing");
        } else if (value.length() > longest) {
            errors.add(field, key + ".long");
        } else if (!value.matches(characters)) {
            errors.add(field, key + ".characters");
        }
    }

    String subjectIn(Language language) {
        return text.subject().byLanguage().getOrDefault(language.code(), "");
    }

    String textIn(Language language) {
        return text.text().byLanguage().getOrDefault(language.code(), "");
    }

    /** The number of this sending, or one that was not given to any before. */
    long numberOr(long fresh) {
        return number.matches("\\d{13}") && Long.parseLong(number) <= fresh ? Long.parseLong(number) : fresh;
    }
}
