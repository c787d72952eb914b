package be.leerkring.feedback.results;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import be.leerkring.feedback.Answer;
import be.leerkring.feedback.Answers;
import be.leerkring.feedback.KeptAnswer;
import be.leerkring.feedback.Standing;
import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quote;
import be.leerkring.network.voice.Quotes;
import be.leerkring.network.voice.Replies;
import be.leerkring.platform.language.SearchWords;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.text.Folding;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what people said of a session: its head, its figures, and its answers. The figures come from the tally, which
 * stays when the answers are forgotten.
 */
@Singleton
final class Results {

    private static final Comparator<String> BY_WORDS = Folding.alphabet();

    private final Table table;
    private final Sessions sessions;
    private final Figures figures;
    private final Marks marks;
    private final Participants participants;
    private final Answers answers;
    private final Quotes quotes;
    private final Replies replies;

    Results(
            Table table, Sessions sessions, Figures figures, Marks marks, Participants participants, Answers answers,
            Quotes quotes, Replies replies) {
        this.table = table;
        this.sessions = sessions;
        this.figures = figures;
        this.marks = marks;
        this.participants = participants;
        this.answers = answers;
        this.quotes = quotes;
        this.replies = replies;
    }

    /** All of it, the texts as far as they have these words. */
    Optional<AnswersSheet> of(String id, String words) {
        var head = sessions.head(id);
        return sessions.in(head, id).map(session -> of(session, head, words));
    }

    private AnswersSheet of(Session session, Map<Key, Item> head, String words) {
        var asking = Mark.MailingKey.feedback(session.id());
        var counted = table.read(List.of(figures.tallyKey(session), figures.key(session), marks.key(asking)));
        var kept = answers.of(session.id());
        var tally = figures.tallyIn(counted, session);
        var sought = SearchWords.of(words);
        var published = quotes.in(head, session.id());
        return new AnswersSheet(
                session,
                new AnswersSheet.Response(
                        tally.map(AnswerTally::answered).orElse(0),
                        marks.in(counted, asking).mailed(),
                        present(session, figures.in(counted, session))),
                scales(tally, kept),
                words,
                texts(kept, Answer::takeaway, sought),
                texts(kept, Answer::missed, sought),
                said(kept, published, sought),
                texts(
                        kept.stream().filter(answer -> !answer.answer().citation().isPublishable()).toList(),
                        answer -> answer.citation().text(),
                        sought),
                replies.in(head, session.id()),
                false);
    }

    /** As the session was closed; before that, those who were checked in so far. */
    private OptionalInt present(Session session, Optional<SessionFigures> closed) {
        var number = closed
                .map(figures -> figures.everybody().present())
                .orElseGet(() -> participants.count(session.id(), RegistrationState.ATTENDED));
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static List<Scale> scales(Optional<AnswerTally> tally, List<KeptAnswer> kept) {
        return List.of(
                Scale.of(
                        "usefulness",
                        1,
                        AnswerTally.MOST_USEFUL,
                        tally.map(AnswerTally::usefulness).orElseGet(Collections::emptySortedMap),
                        byKind(kept, Answer::usefulness)),
                Scale.of(
                        "recommend",
                        0,
                        AnswerTally.MOST_RECOMMENDED,
                        tally.map(AnswerTally::recommend).orElseGet(Collections::emptySortedMap),
                        byKind(kept, Answer::recommend)));
    }

    private static Map<Organisation.Kind, List<Integer>> byKind(
            List<KeptAnswer> kept, Function<Answer, OptionalInt> mark) {
        return kept.stream()
                .map(KeptAnswer::answer)
                .filter(answer -> mark.apply(answer).isPresent())
                .collect(groupingBy(Answer::kind, mapping(answer -> mark.apply(answer).getAsInt(), toList())));
    }

    private static List<String> texts(List<KeptAnswer> kept, Function<Answer, String> question, SearchWords sought) {
        return kept.stream()
                .map(answer -> question.apply(answer.answer()))
                .filter(text -> !text.isEmpty() && sought.areIn(List.of(text)))
                .sorted(BY_WORDS)
                .toList();
    }

    /** Those on the site stand there in the words that were published, even when their answer is forgotten. */
    private static List<SaidQuote> said(List<KeptAnswer> kept, List<Quote> published, SearchWords sought) {
        var onSite = published.stream().map(Quote::id).collect(Collectors.toSet());
        return Stream.concat(
                published.stream().map(quote -> new SaidQuote(quote, Standing.PUBLISHED)),
                kept.stream()
                        .filter(answer -> !onSite.contains(answer.id()))
                        .flatMap(answer -> AnswersSheet.waitingOrLeft(answer).stream()))
                .filter(said -> sought.areIn(List.of(said.quote().text(), said.quote().signature())))
                .sorted(SaidQuote.BY_TEXT)
                .toList();
    }
}
