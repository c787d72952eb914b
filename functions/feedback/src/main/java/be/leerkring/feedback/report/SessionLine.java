package be.leerkring.feedback.report;

import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.figures.SessionFigures;
import java.util.Optional;

/**
 * What one session came to.
 *
 * @param tally what people answered; empty where nobody did
 */
record SessionLine(SessionFigures figures, Optional<AnswerTally> tally) {

    int present() {
        return figures.everybody().present();
    }

    int answered() {
        return tally.map(AnswerTally::answered).orElse(0);
    }

    /** How it was liked, as far as enough people say so. */
    Satisfaction satisfaction() {
        return Satisfaction.of(tally.stream().toList());
    }

    /** How many organisations were there, listed or not. */
    int organisations() {
        return figures.reached().size() + figures.unlisted();
    }
}
