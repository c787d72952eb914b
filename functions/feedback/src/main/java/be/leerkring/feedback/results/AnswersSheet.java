package be.leerkring.feedback.results;

import be.leerkring.feedback.KeptAnswer;
import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Reply;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What people said of a session. Each question stands by itself, and so does each text: what one person gave is nowhere
 * together, and no order tells it.
 *
 * @param words that the texts are searched by, as they were typed; empty for all
 * @param takeaways in the order of their words, as all texts are
 * @param unsigned sentences that are not for the site
 * @param changed whether somebody else changed a quote before the organiser's act on it
 */
public record AnswersSheet(
        Session session,
        Response response,
        List<Scale> scales,
        String words,
        List<String> takeaways,
        List<String> missed,
        List<SaidQuote> quotes,
        List<String> unsigned,
        Reply reply,
        boolean changed) {

    /**
     * How many answered.
     *
     * @param answered how many did; not to be shown where it is not showable
     * @param asked how many were mailed the question
     * @param present how many were there; empty where nobody was checked in
     */
    public record Response(int answered, int asked, OptionalInt present) {

        /** Whether there are enough for figures: else it is not told how many, lest two texts be known for one's. */
        public boolean isShowable() {
            return answered >= AnswerTally.FEWEST;
        }

        /** Among how many: those who were there, or else those who were asked. */
        public int among() {
            return present.orElse(asked);
        }
    }

    /** The scales that have enough marks. */
    public List<Scale> showable() {
        return response.isShowable() ? scales.stream().filter(Scale::isShowable).toList() : List.of();
    }

    /** Whether there is any text that is found. */
    public boolean hasTexts() {
        return !(takeaways.isEmpty() && missed.isEmpty() && quotes.isEmpty() && unsigned.isEmpty());
    }

    /** The same after an act on a quote that somebody else had changed. */
    AnswersSheet withChange() {
        return new AnswersSheet(
                session, response, scales, words, takeaways, missed, quotes, unsigned, reply, true);
    }

    /** The quote of an answer, if it may be published. */
    static Optional<SaidQuote> waitingOrLeft(KeptAnswer kept) {
        return kept.standing(false).map(standing -> new SaidQuote(kept.quote(), standing));
    }
}
