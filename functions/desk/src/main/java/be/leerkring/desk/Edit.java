package be.leerkring.desk;

import be.leerkring.platform.web.FormErrors;
import java.util.List;

/**
 * What came of a form in which an organiser changes what another may be changing too. The form says which revision its
 * reader saw; whoever comes second is shown what the first did.
 *
 * @param <T> what is changed
 */
public sealed interface Edit<T> {

    /** It is as the organiser wants it, by this press of the button or the one before. */
    record Done<T>() implements Edit<T> {}

    /** Nothing changed, for the form can't be taken as it is. */
    record Invalid<T>(FormErrors.Found errors) implements Edit<T> {}

    /**
     * Nothing changed, for somebody else changed it meanwhile.
     *
     * @param now as it stands
     * @param differences from how it stands to what the organiser wanted; none where it was to be removed
     */
    record Conflict<T>(T now, List<Change> differences) implements Edit<T> {}

    /** There is no such thing. */
    record Unknown<T>() implements Edit<T> {}
}
