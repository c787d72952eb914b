package be.leerkring.feedback.answers;

import be.leerkring.feedback.Answer;
import be.leerkring.feedback.Answers;
import be.leerkring.feedback.FeedbackLink;
import be.leerkring.feedback.KeptAnswer;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the answers of those who were asked; the last one counts. With an answer its tally is written, so that the
 * two never disagree, and a quote on the site goes when its sentence does.
 */
@Singleton
public final class Answering {

    private final Table table;
    private final Sessions sessions;
    private final Links links;
    private final Answers answers;
    private final Quotes quotes;
    private final Figures figures;

    Answering(Table table, Sessions sessions, Links links, Answers answers, Quotes quotes, Figures figures) {
        this.table = table;
        this.sessions = sessions;
        this.links = links;
        this.answers = answers;
        this.quotes = quotes;
        this.figures = figures;
    }

    /** What came of a form. */
    public sealed interface Outcome {

        record Done() implements Outcome {}

        /** The form said nothing: there is no answer, or none any more. */
        record Empty() implements Outcome {}

        record Invalid(Session session, FormErrors.Found errors) implements Outcome {}

        record Closed(Optional<Session> session) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** What came of taking a sentence back. */
    public sealed interface Withdrawal {

        record Done() implements Withdrawal {}

        record Unknown() implements Withdrawal {}
    }

    /**
     * Follows a link: one round trip, and nothing changes. What somebody said is theirs for as long as it stands: the
     * token leads to it when the time to answer is long over, and the link forgotten.
     */
    AnswerPlace follow(Token token) {
        return FeedbackLink.claimedBy(token)
                .map(link -> follow(token, link))
                .orElseGet(AnswerPlace.Unknown::new);
    }

    private AnswerPlace follow(Token token, FeedbackLink link) {
        var session = link.session();
        var id = Answers.id(token);
        var key = answers.key(session, id);
        var found = table.read(List.of(links.key(token), sessions.key(session), key, quotes.key(session, id)));
        var worth = links.judge(token, FeedbackLink.PURPOSE, found);
        var known = sessions.in(found, session);
        if (known.isEmpty()) {
            return worth instanceof Link.Unknown ? new AnswerPlace.Unknown() : new AnswerPlace.Gone(Optional.empty());
        }
        var given = new AnswerPlace.Given(
                known.get(), id, link.kind(), answers.in(found, key), quotes.in(found, session, id));
        return switch (worth) {
            case Link.Valid _ -> new AnswerPlace.Open(given);
            case Link.Expired _ ->
                given.standing().isEmpty() ? new AnswerPlace.Gone(known) : new AnswerPlace.Over(given);
            case Link.Unknown _ -> given.standing().isEmpty() ? new AnswerPlace.Unknown() : new AnswerPlace.Over(given);
        };
    }

    /** Keeps what the form says, in the place of what was said before. */
    public Outcome answer(Token token, FeedbackForm form, Language language) {
        return table.decide(() -> switch (follow(token)) {
            case AnswerPlace.Over(var given) -> Decision.made(new Outcome.Closed(Optional.of(given.session())));
            case AnswerPlace.Gone(var session) -> Decision.made(new Outcome.Closed(session));
            case AnswerPlace.Unknown() -> Decision.made(new Outcome.Unknown());
            case AnswerPlace.Open(var given) -> {
                var errors = form.check();
                yield errors.isEmpty()
                        ? answer(given, form.answer(language, given.kind()))
                        : Decision.made(new Outcome.Invalid(given.session(), errors));
            }
        });
    }

    private Decision<Outcome> answer(AnswerPlace.Given given, Answer answer) {
        return write(given, answer, answer.isEmpty() ? new Outcome.Empty() : new Outcome.Done());
    }

    /** Takes back the sentence that was given for the site; one that is not there is as good as taken back. */
    public Withdrawal withdraw(Token token) {
        return table.decide(() -> switch (follow(token)) {
            case AnswerPlace.Open(var given) -> withdraw(given);
            case AnswerPlace.Over(var given) -> withdraw(given);
            case AnswerPlace.Gone _ -> Decision.made(new Withdrawal.Done());
            case AnswerPlace.Unknown() -> Decision.made(new Withdrawal.Unknown());
        });
    }

    private Decision<Withdrawal> withdraw(AnswerPlace.Given given) {
        return given.kept()
                .map(kept -> this.<Withdrawal>write(given, kept.answer().withoutCitation(), new Withdrawal.Done()))
                .orElseGet(() -> table.write(List.of(quotes.withdraw(given.session().id(), given.id())))
                        .then(new Withdrawal.Done()));
    }

    /** Puts an answer in the place of the one that stands, if it is another; one that says nothing leaves none. */
    private <T> Decision<T> write(AnswerPlace.Given given, Answer answer, T outcome) {
        var before = given.kept().map(KeptAnswer::answer);
        var after = Optional.of(answer).filter(next -> !next.isEmpty());
        if (before.equals(after)) {
            return Decision.made(outcome);
        }
        var writes = new ArrayList<Write>();
        writes.add(after.map(next -> answers.put(given.session(), given.next(next)))
                .or(() -> given.kept().map(answers::remove))
                .orElseThrow());
        var marks = before.map(Answer::marks);
        if (!marks.equals(after.map(Answer::marks))) {
            writes.add(figures.count(given.session(), marks, after.map(Answer::marks)));
        }
        if (given.published().isPresent() && !before.map(Answer::citation).equals(Optional.of(answer.citation()))) {
            writes.add(quotes.withdraw(given.session().id(), given.id()));
        }
        return table.write(writes).then(outcome);
    }
}
