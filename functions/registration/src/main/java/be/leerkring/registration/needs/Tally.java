package be.leerkring.registration.needs;

import be.leerkring.platform.language.Texts;
import be.leerkring.platform.text.Folding;
import be.leerkring.registration.need.Need;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All answers to one question, counted. Those that differ in nothing that one hears are one answer, whether it was
 * ticked or written.
 *
 * @param question in the reader's words; as it was asked, where nobody asks it any more
 * @param lang the language of those; null where it is the reader's
 * @param former whether nobody asks it any more
 * @param answers the most frequent first
 */
public record Tally(String question, String lang, boolean former, List<Tally.Answer> answers) {

    /** An answer, how many who have a seat gave it, and how many who would like one. */
    public record Answer(String words, long seated, long waiting) {}

    static Tally of(
            NeedsSheet.Heading heading, List<NeedsSheet.PersonNeeds> people, Texts reader) {
        var given = new LinkedHashMap<String, List<NeedsSheet.PersonNeeds>>();
        var words = new LinkedHashMap<String, String>();
        for (var person : people) {
            person.to(heading).stream()
                    .flatMap(need -> answers(need, reader))
                    .distinct()
                    .forEach(answer -> {
                        var folded = Optional.of(Folding.letters(answer)).filter(text -> !text.isEmpty())
                                .orElse(answer);
                        words.putIfAbsent(folded, answer);
                        given.computeIfAbsent(folded, _ -> new ArrayList<>()).add(person);
                    });
        }
        return new Tally(
                heading.words(reader),
                heading.lang(reader),
                heading.question().isEmpty(),
                given.entrySet().stream()
                        .map(one -> new Answer(
                                words.get(one.getKey()),
                                count(one.getValue(), NeedsSheet.PersonNeeds::isSeated),
                                count(one.getValue(), person -> !person.isSeated())))
                        .sorted(Comparator.comparingLong((Answer one) -> -one.seated() - one.waiting())
                                .thenComparing(Answer::words, Folding.alphabet()))
                        .toList());
    }

    private static Stream<String> answers(Need need, Texts reader) {
        return Stream.concat(
                need.chosen().stream().map(choice -> Need.words(need.asked(), choice, reader)),
                Stream.of(need.text()).filter(text -> !text.isEmpty()));
    }

    private static long count(List<NeedsSheet.PersonNeeds> people, Predicate<NeedsSheet.PersonNeeds> which) {
        return people.stream().distinct().filter(which).count();
    }
}
