package be.leerkring.feedback.answers;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * What somebody answered. It knows no registration, and no name but the one that the person signed with.
 *
 * @param usefulness 1 to 5, or none
 * @param recommend 0 to 10, or none
 * @param quote a sentence that may be published as {@code attribution} says
 * @param name as it was signed; empty unless the attribution is the person's
 * @param organisation as it was signed; empty where there is no attribution
 */
public record Answer(
        OptionalInt usefulness,
        OptionalInt recommend,
        String takeaway,
        String missed,
        String quote,
        Attribution attribution,
        String name,
        String organisation) {

    /** What may stand beside a published quote. */
    public enum Attribution {
        NONE,
        ORGANISATION,
        PERSON;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Answer {
        if (attribution == Attribution.NONE) {
            organisation = "";
        }
        if (attribution != Attribution.PERSON) {
            name = "";
        }
    }

    /** Whether its quote may be published, once an organiser approves it. */
    boolean isPublishable() {
        return attribution != Attribution.NONE && !quote.isEmpty();
    }

    /** Whose words the quote is, in the words that were agreed to. */
    String signature() {
        return attribution == Attribution.PERSON ? name + ", " + organisation : organisation;
    }
}
