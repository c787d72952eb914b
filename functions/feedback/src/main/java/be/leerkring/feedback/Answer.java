package be.leerkring.feedback;

import be.leerkring.network.figures.Figures;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.Language;
import java.util.OptionalInt;

/**
 * What somebody answered. It knows no registration, and no name but the one that the person signed with.
 *
 * @param usefulness 1 to 5, or none
 * @param recommend 0 to 10, or none
 * @param citation a sentence for the site, or not for it
 * @param language in which it was given
 * @param kind of the person's organisation
 */
public record Answer(
        OptionalInt usefulness,
        OptionalInt recommend,
        String takeaway,
        String missed,
        Citation citation,
        Language language,
        Organisation.Kind kind) {

    /** Whether it says nothing, and so is none. */
    public boolean isEmpty() {
        return usefulness.isEmpty()
                && recommend.isEmpty()
                && takeaway.isEmpty()
                && missed.isEmpty()
                && citation.text().isEmpty();
    }

    /** What of it is counted. */
    public Figures.Marks marks() {
        return new Figures.Marks(usefulness, recommend);
    }

    /** The answer in place of an earlier one: a sentence that stays as it was stays in its language. */
    public Answer after(Answer earlier) {
        return citation.equals(earlier.citation) ? with(citation, earlier.language) : this;
    }

    /** The answer without its sentence. */
    public Answer withoutCitation() {
        return with(Citation.NONE, language);
    }

    private Answer with(Citation other, Language given) {
        return new Answer(usefulness, recommend, takeaway, missed, other, given, kind);
    }
}
