package be.leerkring.feedback.answers;

import be.leerkring.feedback.Answer;
import be.leerkring.feedback.KeptAnswer;
import be.leerkring.feedback.Standing;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Quote;
import java.util.Optional;

/** Where a mailed link leads. */
sealed interface AnswerPlace {

    /** One can answer. */
    record Open(Given given) implements AnswerPlace {}

    /** One can't answer any more, and what was said for the site can still be taken back. */
    record Over(Given given) implements AnswerPlace {}

    /** The time to answer is over, and there is nothing to take back. */
    record Gone(Optional<Session> session) implements AnswerPlace {}

    record Unknown() implements AnswerPlace {}

    /**
     * What was given so far by this link.
     *
     * @param id by which the answer is known, given or not
     * @param kind of the organisation of whoever was mailed the link
     * @param published the sentence that is on the site
     */
    record Given(
            Session session,
            String id,
            Organisation.Kind kind,
            Optional<KeptAnswer> kept,
            Optional<Quote> published) {

        /** Where the sentence stands that was given for the site. */
        Optional<Standing> standing() {
            return published.isPresent()
                    ? Optional.of(Standing.PUBLISHED)
                    : kept.flatMap(answer -> answer.standing(false));
        }

        /** The answer in the place of what was kept. */
        KeptAnswer next(Answer answer) {
            return kept.map(earlier -> earlier.changed(answer))
                    .orElseGet(() -> KeptAnswer.first(session.id(), id, answer));
        }
    }
}
