package be.leerkring.feedback;

import java.util.Locale;

/**
 * A sentence in an answer, and what may stand beside it on the site.
 *
 * @param text empty for none
 * @param name as it was signed; empty unless the attribution is the person's
 * @param organisation as it was signed; empty where there is no attribution
 */
public record Citation(String text, Attribution attribution, String name, String organisation) {

    /** No sentence. */
    public static final Citation NONE = new Citation("", Attribution.NONE, "", "");

    /** What may stand beside a published quote. */
    public enum Attribution {
        /** The sentence is not for the site. */
        NONE,
        ORGANISATION,
        PERSON;

        /** As it is written in forms: {@code person}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Citation {
        if (attribution == Attribution.NONE) {
            organisation = "";
        }
        if (attribution != Attribution.PERSON) {
            name = "";
        }
    }

    /** Whether it may be published, once an organiser takes it. */
    public boolean isPublishable() {
        return attribution != Attribution.NONE && !text.isEmpty();
    }

    /** Whose words it is, in the words that were agreed to; empty where nothing may stand beside it. */
    public String signature() {
        return attribution == Attribution.PERSON ? name + ", " + organisation : organisation;
    }
}
