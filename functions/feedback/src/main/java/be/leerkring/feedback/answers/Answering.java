package be.leerkring.feedback.answers;

import be.leerkring.feedback.FeedbackLink;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Collects the answers of those who were asked. */
@Singleton
public final class Answering {

    private final Table table;
    private final Sessions sessions;
    private final Links links;
    private final Answers answers;

    Answering(Table table, Sessions sessions, Links links, Answers answers) {
        this.table = table;
        this.sessions = sessions;
        this.links = links;
        this.answers = answers;
    }

    /** Where a link leads. */
    sealed interface Destination {

        record Found(Session session, Key key, Optional<Answer> answer) implements Destination {}

        record Gone() implements Destination {}

        record Unknown() implements Destination {}
    }

    /** What came of a form. */
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Invalid(Session session, FormErrors.Found errors) implements Outcome {}

        record Closed() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Follows a link: one round trip, and nothing changes. */
    Destination follow(Token token) {
        var session = token.claimedSubject();
        var answer = answers.key(session, token);
        var found = table.read(List.of(links.key(token), sessions.key(session), answer));
        return switch (links.judge(token, FeedbackLink.PURPOSE, found)) {
            case Link.Valid _ ->
                sessions.in(found, session)
                        .<Destination>map(known -> new Destination.Found(known, answer, answers.in(found, answer)))
                        .orElseGet(Destination.Gone::new);
            case Link.Expired _ -> new Destination.Gone();
            case Link.Unknown _ -> new Destination.Unknown();
        };
    }

    public Outcome answer(Token token, FeedbackForm form) {
        return switch (follow(token)) {
            case Destination.Gone() -> new Outcome.Closed();
            case Destination.Unknown() -> new Outcome.Unknown();
            case Destination.Found there -> {
                var errors = form.check();
                if (!errors.isEmpty()) {
                    yield new Outcome.Invalid(there.session(), errors);
                }
                table.attempt(List.of(answers.put(there.key(), form.answer())));
                yield new Outcome.Done();
            }
        };
    }
}
