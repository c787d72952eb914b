package be.leerkring.feedback.answers;

import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The form as it was filled in. Each constraint's message is the key of the text that says what to do. */
@Introspected
public record FeedbackForm(
        @Pattern(regexp = "[1-5]?", message = "feedback.usefulness.wrong") String usefulness,
        @Pattern(regexp = "[0-9]?|10", message = "feedback.recommend.wrong") String recommend,
        @Size(max = 2000, message = "feedback.text.long")
        @Pattern(regexp = FormText.LINES, message = "feedback.text.characters") String takeaway,
        @Size(max = 2000, message = "feedback.text.long")
        @Pattern(regexp = FormText.LINES, message = "feedback.text.characters") String missed,
        @Size(max = 280, message = "feedback.quote.long")
        @Pattern(regexp = FormText.LINE, message = "feedback.text.characters") String quote,
        @Pattern(regexp = "none|organisation|person|", message = "feedback.attribution.wrong") String attribution,
        @Size(max = 100, message = "feedback.name.long")
        @Pattern(regexp = FormText.LINE, message = "feedback.text.characters") String name,
        @Size(max = 150, message = "feedback.organisation.long")
        @Pattern(regexp = FormText.LINE, message = "feedback.text.characters") String organisation) {

    static final List<String> FIELDS = List.of(
            "usefulness", "recommend", "takeaway", "missed", "quote", "attribution", "name", "organisation");

    public static FeedbackForm of(Map<String, Object> body) {
        var text = new FormText(body);
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
        return of(Map.of());
    }

    public static FeedbackForm of(Answer answer) {
        return new FeedbackForm(
                text(answer.usefulness()),
                text(answer.recommend()),
                answer.takeaway(),
                answer.missed(),
                answer.quote(),
                answer.attribution().code(),
                answer.name(),
                answer.organisation());
    }

    /** What no field can tell on its own: a quote that may be published needs its words and its signature. */
    FormErrors.Found check() {
        var found = new FormErrors.Found();
        var signed = attribution.equals("organisation") || attribution.equals("person");
        if (signed && quote.isEmpty()) {
            found.add("quote", "feedback.quote.missing");
        }
        if (attribution.equals("person") && name.isEmpty()) {
            found.add("name", "feedback.name.missing");
        }
        if (signed && organisation.isEmpty()) {
            found.add("organisation", "feedback.organisation.missing");
        }
        return found;
    }

    /** Only of a form without errors. */
    Answer answer() {
        return new Answer(
                number(usefulness),
                number(recommend),
                takeaway,
                missed,
                quote,
                switch (attribution) {
                    case "organisation" -> Answer.Attribution.ORGANISATION;
                    case "person" -> Answer.Attribution.PERSON;
                    default -> Answer.Attribution.NONE;
                },
                name,
                organisation);
    }

    private static OptionalInt number(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }
}
