package be.leerkring.feedback.answers;

import be.leerkring.feedback.KeptAnswer;
import be.leerkring.feedback.Standing;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Quote;
import java.util.Optional;

/**
 * What the page behind a mailed link shows.
 *
 * @param answered whether there is an answer
 * @param sentence that was given for the site, as it stands there or would
 * @param standing of that sentence
 * @param done what was just done: names the text {@code feedback-done.<done>}; can be empty
 */
public record FeedbackSheet(
        Session session, boolean answered, Optional<Quote> sentence, Optional<Standing> standing, String done) {

    /** Of a form that can't be taken as it is: nothing of what stands is shown. */
    static FeedbackSheet of(Session session) {
        return new FeedbackSheet(session, false, Optional.empty(), Optional.empty(), "");
    }

    static FeedbackSheet of(AnswerPlace.Given given, String done) {
        return new FeedbackSheet(
                given.session(),
                given.kept().isPresent(),
                given.published().or(() -> given.kept().map(KeptAnswer::quote)),
                given.standing(),
                done);
    }
}
