package be.leerkring.feedback.report;

import be.leerkring.network.figures.AnswerTally;
import be.leerkring.network.figures.SessionFigures;
import java.util.List;
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

    /** Whether enough people answered for their answers to be told in figures, and how many they are. */
    boolean isTold() {
        return tally.filter(AnswerTally::isShowable).isPresent();
    }

    /** How it was liked, as far as it is told. */
    Satisfaction satisfaction() {
        return Satisfaction.of(List.of(this));
    }

    /** How many organisations were there, listed or not. */
    int organisations() {
        return figures.reached().size() + figures.unlisted();
    }
}
