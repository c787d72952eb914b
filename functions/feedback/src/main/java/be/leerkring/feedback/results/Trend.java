package be.leerkring.feedback.results;

import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.figures.Figures;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.voice.Quotes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people said, session after session.
 *
 * @param rows the last session first
 * @param toJudge how many quotes wait for an organiser
 */
public record Trend(List<Trend.Row> rows, int toJudge) {

    /**
     * A session of which there are answers.
     *
     * @param present how many were there, by its figures; empty where it is not closed
     */
    public record Row(Session session, AnswerTally tally, OptionalInt present) {

        /** Whether enough gave a mark for usefulness to show their mean. */
        boolean showsUsefulness() {
            return tally.isShowable() && AnswerTally.total(tally.usefulness()) >= AnswerTally.FEWEST;
        }

        /** The same of recommending. */
        boolean showsRecommendation() {
            return tally.isShowable() && AnswerTally.total(tally.recommend()) >= AnswerTally.FEWEST;
        }

        /** Answers among those who were there, in percent; empty where that is not known. */
        Optional<Long> response() {
            return present.isPresent() && tally.isShowable()
                    ? Optional.of(Math.round(100.0 * tally.answered() / present.getAsInt()))
                    : Optional.empty();
        }
    }

    /** Reads it: a query of the tallies, one of the figures, one of the sessions' titles, one of the quotes. */
    @Singleton
    static final class Reader {

        private static final int YEARS = 3;

        private final Figures figures;
        private final Sessions sessions;
        private final Quotes quotes;
        private final Clock clock;

        Reader(Figures figures, Sessions sessions, Quotes quotes, Clock clock) {
            this.figures = figures;
            this.sessions = sessions;
            this.quotes = quotes;
            this.clock = clock;
        }

        /** Of this year and the three before. */
        Trend read() {
            var now = clock.instant();
            var year = figures.year(now);
            var tallies = figures.tallies(year - YEARS, year);
            if (tallies.isEmpty()) {
                return new Trend(List.of(), quotes.countToJudge());
            }
            var closed = figures.closed(year - YEARS, year).stream()
                    .collect(Collectors.toMap(SessionFigures::session, Function.identity(), (one, _) -> one));
            var known = sessions.startedBetween(
                    tallies.getFirst().start().minus(Duration.ofDays(1)), now)
                    .collect(Collectors.toMap(Session::id, Function.identity()));
            return new Trend(
                    tallies.reversed().stream()
                            .filter(tally -> tally.answered() > 0 && known.containsKey(tally.session()))
                            .map(tally -> new Row(
                                    known.get(tally.session()),
                                    tally,
                                    present(Optional.ofNullable(closed.get(tally.session())))))
                            .toList(),
                    quotes.countToJudge());
        }

        private static OptionalInt present(Optional<SessionFigures> closed) {
            return closed.map(figures -> figures.everybody().present())
                    .filter(number -> number > 0)
                    .map(OptionalInt::of)
                    .orElseGet(OptionalInt::empty);
        }
    }
}
