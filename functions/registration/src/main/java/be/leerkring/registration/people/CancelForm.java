package be.leerkring.registration.people;

import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import java.util.List;

/**
 * Why an organiser cancels somebody's registration, as it was written.
 *
 * @param reason its lines end as Unix has it
 */
public record CancelForm(String reason) {

    static final List<String> FIELDS = List.of("reason");

    static final int LONGEST = 1000;

    static final CancelForm EMPTY = new CancelForm("");

    static CancelForm of(FormText text) {
        return new CancelForm(text.lines("reason"));
    }

    FormErrors.Found check() {
        var found = new FormErrors.Found();
        found.field("reason", reason)
                .required("person.reason.missing")
                .longest(LONGEST, "person.reason.long")
                .lines("person.reason.characters");
        return found;
    }
}
