package be.leerkring.registration.news;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.util.List;
import java.util.stream.Collectors;

/** Why an organiser moves a session or calls it off, as it was filled in; it can be left empty, in any language. */
public record ReasonForm(LocalizedText text) {

    public static final int LONGEST = 1000;

    static ReasonForm of(FormText form, List<Language> languages) {
        return new ReasonForm(new LocalizedText(
                languages.stream().collect(Collectors.toMap(Language::code, one -> form.lines(field(one))))));
    }

    /** The name of the field in this language. */
    public static String field(Language language) {
        return "reason-" + language.code();
    }

    /** What was filled in in this language. */
    public String in(Language language) {
        return text.byLanguage().getOrDefault(language.code(), "");
    }

    /** Adds what is wrong with it. */
    void check(List<Language> languages, FormErrors.Found errors) {
        languages.forEach(language -> errors.field(field(language), in(language))
                .longest(LONGEST, "reason.long")
                .lines("reason.characters"));
    }
}
