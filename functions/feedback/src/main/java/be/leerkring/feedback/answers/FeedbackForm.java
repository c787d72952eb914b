package be.leerkring.feedback.answers;

import be.leerkring.feedback.Answer;
import be.leerkring.feedback.Citation;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.text.TypedText;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.util.List;
import java.util.OptionalInt;

/** The form as it was filled in. */
public record FeedbackForm(
        String usefulness,
        String recommend,
        String takeaway,
        String missed,
        String quote,
        String attribution,
        String name,
        String organisation) {

    static final List<String> FIELDS = List.of(
            "usefulness", "recommend", "takeaway", "missed", "quote", "attribution", "name", "organisation");

    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_QUOTE = 280;

    private static final List<String> ATTRIBUTIONS = List.of("none", "organisation", "person");

    public static FeedbackForm of(FormText text) {
        return new FeedbackForm(
                text.line("usefulness"),
                text.line("recommend"),
                text.line("takeaway"),
                text.line("missed"),
                text.line("quote"),
                text.line("attribution"),
                text.line("name"),
                text.line("organisation"));
    }

    static FeedbackForm empty() {
        return of(FormText.EMPTY);
    }

    public static FeedbackForm of(Answer answer) {
        return new FeedbackForm(
                text(answer.usefulness()),
                text(answer.recommend()),
                answer.takeaway(),
                answer.missed(),
                answer.citation().text(),
                answer.citation().attribution().code(),
                answer.citation().name(),
                answer.citation().organisation());
    }

    /** What is wrong with it. A quote that may be published needs its words and its signature. */
    FormErrors.Found check() {
        var found = new FormErrors.Found();
        var signed = attribution.equals("organisation") || attribution.equals("person");
        found.field("usefulness", usefulness).within(1, 5, "feedback.usefulness.wrong");
        found.field("recommend", recommend).within(0, 10, "feedback.recommend.wrong");
        found.field("takeaway", takeaway)
                .longest(LONGEST_TEXT, "feedback.text.long")
                .lines("feedback.text.characters");
        found.field("missed", missed).longest(LONGEST_TEXT, "feedback.text.long").lines("feedback.text.characters");
        found.field("quote", quote)
                .longest(LONGEST_QUOTE, "feedback.quote.long")
                .line("feedback.text.characters")
                .wrong(signed && quote.isEmpty(), "feedback.quote.missing");
        found.field("attribution", attribution)
                .wrong(!attribution.isEmpty() && !ATTRIBUTIONS.contains(attribution), "feedback.attribution.wrong");
        found.field("name", name)
                .longest(100, "feedback.name.long")
                .line("feedback.text.characters")
                .wrong(attribution.equals("person") && !TypedText.hasLetter(name), "feedback.name.missing");
        found.field("organisation", organisation)
                .longest(150, "feedback.organisation.long")
                .line("feedback.text.characters")
                .wrong(signed && organisation.isEmpty(), "feedback.organisation.missing");
        return found;
    }

    /**
     * Only of a form without errors.
     *
     * @param language in which it was filled in
     * @param kind of the person's organisation
     */
    Answer answer(Language language, Organisation.Kind kind) {
        return new Answer(number(usefulness), number(recommend), takeaway, missed, citation(), language, kind);
    }

    private Citation citation() {
        var agreed = switch (attribution) {
            case "organisation" -> Citation.Attribution.ORGANISATION;
            case "person" -> Citation.Attribution.PERSON;
            default -> Citation.Attribution.NONE;
        };
        return new Citation(quote, agreed, name, organisation);
    }

    private static OptionalInt number(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }
}
