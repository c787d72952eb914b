package be.leerkring.programme.session;

import be.leerkring.network.session.Question;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A session's questions among its values: those from the list each by its kind, organisers' own each by its number and
 * a language. A number stays when another question goes, so that two people who change different ones do not get in
 * each other's way.
 */
public final class QuestionFields {

    /** What the values and the fields of those from the list begin with; the kind's code follows. */
    static final String KNOWN = "asks-";

    /** The field by which a form says that it has the others: a box that is not ticked is not sent. */
    static final String SENT = "questions";

    static final int LONGEST = 150;

    private static final String OWN = "question.";
    private static final String TYPED = "question-";
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})[.-]([a-z]{2})");
    private static final int EMPTY_ROWS = 2;

    private QuestionFields() {}

    /** The names of the values from the list. */
    static List<String> known() {
        return Arrays.stream(Question.Kind.values()).map(kind -> KNOWN + kind.code()).toList();
    }

    /** Questions as values. */
    static Map<String, String> values(List<Question> questions) {
        var values = new TreeMap<String, String>();
        questions.forEach(question -> {
            switch (question) {
                case Question.Known(var kind) -> values.put(KNOWN + kind.code(), "yes");
                case Question.Own(var number, var text) -> text.byLanguage()
                        .forEach((language, words) -> values.put(OWN + number + "." + language, words));
            }
        });
        return values;
    }

    /** The questions among these values: those from the list first, then the others by their numbers. */
    static List<Question> in(Map<String, String> values) {
        var known = Arrays.stream(Question.Kind.values())
                .filter(kind -> values.containsKey(KNOWN + kind.code()))
                .<Question>map(Question.Known::new);
        return Stream.concat(known, own(values, OWN).entrySet().stream()
                .map(one -> new Question.Own(one.getKey(), new LocalizedText(one.getValue()))))
                .toList();
    }

    /** The texts of organisers' own questions that are not empty, by number and language. */
    private static NavigableMap<Integer, Map<String, String>> own(Map<String, String> fields, String beginning) {
        var own = new TreeMap<Integer, Map<String, String>>();
        fields.forEach((field, words) -> {
            if (field.startsWith(beginning) && !words.isEmpty()) {
                var named = NUMBERED.matcher(field.substring(beginning.length()));
                if (named.matches()) {
                    own.computeIfAbsent(Integer.valueOf(named.group(1)), _ -> new TreeMap<>())
                            .put(named.group(2), words);
                }
            }
        });
        return own;
    }

    /** Whether this is a value, or a field, of a question. */
    static boolean isQuestion(String field) {
        return field.startsWith(KNOWN) || field.startsWith(OWN) || field.startsWith(TYPED);
    }

    /** The name of the field of one of organisers' own, without the language. */
    static String field(int number) {
        return TYPED + number;
    }

    /** The numbers of organisers' own that a form shows: those that are there, and some to be filled in. */
    static List<Integer> numbers(Map<String, String> typed, SessionValues base) {
        var numbers = new TreeSet<>(own(typed, TYPED).keySet());
        var used = new TreeSet<>(own(base.byField(), OWN).keySet());
        used.addAll(numbers);
        var last = used.isEmpty() ? 0 : used.last();
        var asked = count(typed);
        IntStream.rangeClosed(last + 1, last + Math.min(EMPTY_ROWS, Math.max(0, Question.MOST - asked)))
                .forEach(numbers::add);
        return List.copyOf(numbers);
    }

    /** How many questions a form has. */
    static int count(Map<String, String> typed) {
        return own(typed, TYPED).size()
                + (int) known().stream().filter(field -> !typed.getOrDefault(field, "").isEmpty()).count();
    }

    /** What a form makes of the values; a language that the network spoke once stays, where the question does. */
    static Map<String, String> values(Map<String, String> typed, SessionValues base, List<Language> languages) {
        var before = own(base.byField(), OWN);
        var values = new TreeMap<String, String>();
        known().forEach(field -> values.put(field, typed.getOrDefault(field, "")));
        own(typed, TYPED).forEach((number, words) -> {
            var texts = new TreeMap<>(before.getOrDefault(number, Map.of()));
            languages.forEach(language -> texts.put(
                    language.code(), words.getOrDefault(language.code(), "")));
            texts.forEach((language, text) -> values.put(OWN + number + "." + language, text));
        });
        return values;
    }
}
