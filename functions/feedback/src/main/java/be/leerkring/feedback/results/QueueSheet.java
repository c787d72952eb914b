package be.leerkring.feedback.results;

import be.leerkring.network.session.Session;
import java.util.List;

/**
 * The quotes that wait for an organiser.
 *
 * @param groups those of the earliest session first
 * @param more whether others wait behind them
 * @param changed whether somebody else changed a quote before the organiser's act on it
 */
public record QueueSheet(List<QueueSheet.OfSession> groups, boolean more, boolean changed) {

    /** Those of one session, in the order of their words. */
    public record OfSession(Session session, List<SaidQuote> quotes) {}

    /** The same after an act on a quote that somebody else had changed. */
    QueueSheet withChange() {
        return new QueueSheet(groups, more, true);
    }
}
