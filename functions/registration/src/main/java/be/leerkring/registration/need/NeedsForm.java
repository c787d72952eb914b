package be.leerkring.registration.need;

import be.leerkring.network.session.Question;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody needs, as it was filled in. A field is named after the question as it was read: so no answer is ever
 * taken for one to another question, whatever organisers change meanwhile.
 *
 * @param typed what stands in the fields that are not empty, by their names
 * @param agrees whether the person agrees to what is kept; organisers, who write down what they were told, are not
 *     asked
 */
public record NeedsForm(Map<String, String> typed, boolean agrees) {

    public static final NeedsForm EMPTY = new NeedsForm(Map.of(), false);

    static final int LONGEST = 300;

    /** The box by which somebody agrees. */
    static final String CONSENT = "needs-consent";

    /** The id of the whole group of fields. */
    static final String GROUP = "needs";

    private static final String PREFIX = "need-";

    /**
     * One question of the form.
     *
     * @param question as it is asked now; empty where it was answered before and nobody asks it any more
     * @param asked as it was read by whoever answered, or is by whoever has yet to
     */
    public record Row(Optional<Question> question, Asked asked, List<String> chosen, String text) {

        /** As this reader reads it, unless it is answered: then as whoever answered it did. */
        Row in(Texts reader) {
            return chosen.isEmpty() && text.isEmpty()
                    ? new Row(question, question.map(one -> Asked.of(one, reader)).orElse(asked), chosen, text)
                    : this;
        }

        /** The question in the reader's words. */
        String words(Texts reader) {
            return question.map(one -> Asked.of(one, reader)).orElse(asked).words(reader);
        }

        /** For {@code lang}: the language of those; null where it is the reader's, so that jte leaves it out. */
        String lang(Texts reader) {
            return question.map(one -> Asked.of(one, reader)).orElse(asked).lang(reader);
        }

        private Stream<Asked> readings() {
            return question.map(one -> Asked.all(one).stream()).orElse(Stream.of(asked));
        }

        Need need() {
            return new Need(asked, chosen, text);
        }
    }

    /** What was posted. */
    public static NeedsForm of(FormText text) {
        var typed = new LinkedHashMap<String, String>();
        text.after(PREFIX).forEach(name -> {
            var value = text.lines(PREFIX + name);
            if (!value.isEmpty()) {
                typed.put(PREFIX + name, value);
            }
        });
        return new NeedsForm(typed, text.has(CONSENT));
    }

    /** What is known already: whoever said it agreed to that. */
    public static NeedsForm of(Needs needs) {
        var typed = new LinkedHashMap<String, String>();
        for (var need : needs.all()) {
            need.chosen().forEach(choice -> typed.put(choice(need.asked(), choice), "yes"));
            if (!need.text().isEmpty()) {
                typed.put(field(need.asked()), need.text());
            }
        }
        return new NeedsForm(typed, !needs.isEmpty());
    }

    static String field(Asked asked) {
        return PREFIX + asked.name();
    }

    static String choice(Asked asked, String choice) {
        return field(asked) + "-" + choice;
    }

    /** The names of a form's fields from top to bottom, where those about needs stand before that one. */
    public List<String> fieldsAmong(List<String> others, String before) {
        var fields = new ArrayList<>(others);
        fields.addAll(
                fields.indexOf(before),
                Stream.concat(Stream.of(GROUP), Stream.concat(typed.keySet().stream(), Stream.of(CONSENT))).toList());
        return fields;
    }

    /**
     * The questions from top to bottom: what the session asks, and what was answered and is asked no more.
     *
     * @param kept what the person said before
     */
    public List<Row> rows(List<Question> questions, Needs kept) {
        var rows = new ArrayList<Row>();
        questions.forEach(question -> rows.add(row(Optional.of(question), Asked.all(question))));
        kept.all().stream()
                .map(Need::asked)
                .filter(asked -> questions.stream().noneMatch(asked::isOf))
                .forEach(asked -> rows.add(row(Optional.empty(), List.of(asked))));
        return rows;
    }

    /** The question as whoever answered it read it: its fields are called after that. */
    private Row row(Optional<Question> question, List<Asked> readings) {
        var answered = readings.stream().filter(asked -> names(asked).anyMatch(typed::containsKey)).findFirst();
        return answered
                .map(asked -> new Row(
                        question,
                        asked,
                        asked.choices().stream().filter(choice -> typed.containsKey(choice(asked, choice))).toList(),
                        typed.getOrDefault(field(asked), "")))
                .orElseGet(() -> new Row(question, readings.getFirst(), List.of(), ""));
    }

    private static Stream<String> names(Asked asked) {
        return Stream.concat(Stream.of(field(asked)), asked.choices().stream().map(choice -> choice(asked, choice)));
    }

    /** What is wrong with it. */
    public FormErrors.Found check(List<Row> rows) {
        var found = new FormErrors.Found();
        for (var row : rows) {
            found.field(field(row.asked()), row.text())
                    .longest(LONGEST, "needs.long")
                    .lines("needs.characters");
        }
        var known = rows.stream().flatMap(Row::readings).flatMap(NeedsForm::names).collect(Collectors.toSet());
        if (!rows.isEmpty() && !known.containsAll(typed.keySet())) {
            found.add(GROUP, "needs.changed");
        }
        return found;
    }

    /** The same where the person fills it in: what they need is kept only if they agree to that. */
    public FormErrors.Found checkOwn(List<Row> rows) {
        var found = check(rows);
        return agrees || needs(rows).isEmpty() ? found : found.add(CONSENT, "needs.consent.missing");
    }

    /** What the person needs; only of a form without errors. */
    public Needs needs(List<Row> rows) {
        return new Needs(rows.stream().map(Row::need).toList());
    }
}
