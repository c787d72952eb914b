package be.leerkring.registration.need;

import be.leerkring.network.session.Question;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.table.Sha256;
import java.util.List;

/**
 * A question as somebody read it. An answer keeps it: when organisers word the question otherwise, or take it away, the
 * answer is still to what was asked.
 *
 * @param kind the code of one from the list; empty for one that organisers wrote
 * @param language the code of the language in which that was read; empty for one from the list
 * @param text its words, in that language; empty for one from the list
 */
public record Asked(String kind, String language, String text) {

    private static final int BYTES = 6;

    static Asked of(Question.Kind kind) {
        return new Asked(kind.code(), "", "");
    }

    /** The question as its reader reads it. */
    public static Asked of(Question question, Texts reader) {
        return switch (question) {
            case Question.Known(var kind) -> of(kind);
            case Question.Own(var _, var text) ->
                new Asked("", reader.languageOf(text).orElse(""), reader.text(text));
        };
    }

    /** The question in all ways in which it can be read. */
    static List<Asked> all(Question question) {
        return switch (question) {
            case Question.Known(var kind) -> List.of(of(kind));
            case Question.Own(var _, var text) -> text.byLanguage().entrySet().stream()
                    .map(one -> new Asked("", one.getKey(), one.getValue()))
                    .toList();
        };
    }

    /** Whether it is this question, worded as it is now. */
    public boolean isOf(Question question) {
        return all(question).contains(this);
    }

    /** As the fields of a form are named after it: another wording is another name. */
    String name() {
        return kind.isEmpty() ? Sha256.of(language + "\n" + text, BYTES) : kind;
    }

    /** Its words for this reader: those that were read, where organisers wrote them. */
    public String words(Texts reader) {
        return kind.isEmpty() ? text : reader.text("question." + kind);
    }

    /** The answers to choose from, as they are stored; none where one writes. */
    List<String> choices() {
        return Question.Kind.withCode(kind).map(Question.Kind::choices).orElse(List.of());
    }

    /** For {@code lang}: the language of its words; null where it is the reader's, so that jte leaves it out. */
    public String lang(Texts reader) {
        return kind.isEmpty() && !language.equals(reader.language().code()) ? language : null;
    }
}
