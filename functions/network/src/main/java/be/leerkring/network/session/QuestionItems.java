package be.leerkring.network.session;

import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Item;
import java.util.List;

/** A session's questions as its item keeps them. */
final class QuestionItems {

    private QuestionItems() {}

    static List<Item> of(List<Question> questions) {
        return questions.stream().map(QuestionItems::of).toList();
    }

    private static Item of(Question question) {
        return switch (question) {
            case Question.Known(var kind) -> Item.map().with("kind", kind.code());
            case Question.Own(var number, var text) ->
                Item.map().with("number", number).with("text", text.byLanguage());
        };
    }

    static List<Question> in(List<Item> items) {
        return items.stream().map(QuestionItems::in).toList();
    }

    private static Question in(Item item) {
        return item.has("kind")
                ? new Question.Known(Question.Kind.withCode(item.required("kind")).orElseThrow())
                : new Question.Own(item.small("number"), new LocalizedText(item.texts("text")));
    }
}
