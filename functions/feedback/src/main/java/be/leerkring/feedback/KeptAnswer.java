package be.leerkring.feedback;

import be.leerkring.network.voice.Quote;
import java.util.Optional;

/**
 * An answer as the table keeps it.
 *
 * @param session the session's id
 * @param id tells it from the other answers of its session, and leads to nobody
 * @param waits whether its sentence waits for an organiser to judge it
 * @param revision one more at every change
 */
public record KeptAnswer(String session, String id, Answer answer, boolean waits, long revision) {

    /** One that is given for the first time: a sentence that may be published waits. */
    public static KeptAnswer first(String session, String id, Answer answer) {
        return new KeptAnswer(session, id, answer, answer.citation().isPublishable(), 0);
    }

    /** The same after its person changed it: another sentence waits anew. */
    public KeptAnswer changed(Answer next) {
        var same = next.citation().equals(answer.citation());
        return new KeptAnswer(
                session, id, next.after(answer), same ? waits : next.citation().isPublishable(), revision + 1);
    }

    /** The same after an organiser judged its sentence, or wants it to be judged again. */
    public KeptAnswer waiting(boolean again) {
        return new KeptAnswer(session, id, answer, again, revision + 1);
    }

    /** Its sentence as it would stand on the site. */
    public Quote quote() {
        var citation = answer.citation();
        return new Quote(session, id, citation.text(), answer.language(), citation.signature());
    }

    /**
     * Where its sentence stands; empty where there is none that may be published.
     *
     * @param published whether it is on the site
     */
    public Optional<Standing> standing(boolean published) {
        if (!answer.citation().isPublishable()) {
            return Optional.empty();
        }
        return Optional.of(published ? Standing.PUBLISHED : waits ? Standing.WAITING : Standing.LEFT);
    }
}
