package be.leerkring.feedback.results;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.feedback.Answers;
import be.leerkring.feedback.KeptAnswer;
import be.leerkring.feedback.Standing;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what organisers decide about a quote: as they read it, or not at all. The log says that it was done, and neither
 * whose words they were nor what they said: it is kept for good, and a quote can be taken back.
 */
@Singleton
final class JudgingQuotes {

    private final Table table;
    private final Sessions sessions;
    private final Answers answers;
    private final Quotes quotes;
    private final ChangeLog log;

    JudgingQuotes(Table table, Sessions sessions, Answers answers, Quotes quotes, ChangeLog log) {
        this.table = table;
        this.sessions = sessions;
        this.answers = answers;
        this.quotes = quotes;
        this.log = log;
    }

    /**
     * What an organiser wants done.
     *
     * @param session the session's id
     * @param quote the quote's id
     * @param edition of the quote, as the organiser read it
     */
    record Wish(QuoteAct act, String session, String quote, String edition, Organiser by) {}

    /** What came of it. */
    sealed interface Outcome {

        /** It is as it was wanted, by this press or an earlier one. */
        record Done() implements Outcome {}

        /** Nothing was done: whoever gave the quote, or another organiser, changed it meanwhile. */
        record Conflict() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** What is known of a quote. */
    private record Found(Session session, Optional<KeptAnswer> kept, Optional<SaidQuote> said) {}

    Outcome judge(Wish wish) {
        return table.decide(() -> find(wish)
                .map(found -> judge(found, wish))
                .orElseGet(() -> Decision.made(new Outcome.Unknown())));
    }

    private Optional<Found> find(Wish wish) {
        if (!wish.quote().matches("[A-Za-z0-9_-]{1,64}")) {
            return Optional.empty();
        }
        var key = answers.key(wish.session(), wish.quote());
        var found = table.read(
                List.of(sessions.key(wish.session()), key, quotes.key(wish.session(), wish.quote())));
        var kept = answers.in(found, key);
        var said = quotes.in(found, wish.session(), wish.quote())
                .map(quote -> new SaidQuote(quote, Standing.PUBLISHED))
                .or(() -> kept.flatMap(AnswersSheet::waitingOrLeft));
        return sessions.in(found, wish.session()).map(session -> new Found(session, kept, said));
    }

    private Decision<Outcome> judge(Found found, Wish wish) {
        var act = wish.act();
        if (found.said().isEmpty()) {
            return Decision.made(act == QuoteAct.WITHDRAW ? new Outcome.Done() : new Outcome.Conflict());
        }
        var said = found.said().get();
        if (!said.quote().edition().equals(wish.edition())) {
            return Decision.made(new Outcome.Conflict());
        }
        if (said.standing() != act.from()) {
            return Decision.made(said.standing() == act.to() ? new Outcome.Done() : new Outcome.Conflict());
        }
        return table.write(writes(found, said, wish)).then(new Outcome.Done());
    }

    private List<Write> writes(Found found, SaidQuote said, Wish wish) {
        var writes = new ArrayList<Write>();
        found.kept().ifPresent(kept -> writes.add(
                answers.put(found.session(), kept.waiting(wish.act().to() == Standing.WAITING))));
        switch (wish.act()) {
            case PUBLISH -> writes.add(quotes.publish(found.session(), said.quote()));
            case WITHDRAW -> writes.add(quotes.withdraw(wish.session(), wish.quote()));
            case LEAVE, RECONSIDER -> {
                // The answer alone says that.
            }
        }
        writes.add(log.entry(wish.by(), wish.session(), "quote-" + wish.act().code(), "", List.of()));
        return writes;
    }
}
