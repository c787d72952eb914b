package be.leerkring.registration.form;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import java.util.List;

/**
 * The fields by which an organiser describes somebody. The session's rules about who may register, and when, don't bind
 * an organiser.
 */
public final class DeskFields {

    private DeskFields() {}

    /** What is wrong with the name. */
    public static FormErrors.Found name(String name) {
        var found = new FormErrors.Found();
        found.field("name", name)
                .name("enrol.name.missing")
                .longest(PersonFields.LONGEST_NAME, "registration.name.long")
                .line("enrol.name.characters");
        return found;
    }

    /**
     * What is wrong with any of them, where these are the organisations of the network.
     *
     * @param speaks whether the network speaks this language
     */
    public static FormErrors.Found all(
            String name,
            String email,
            OrganisationChoice choice,
            String role,
            String language,
            List<Organisation> organisations,
            boolean speaks) {
        var found = name(name);
        found.field("email", email)
                .required("enrol.email.missing")
                .wrong(EmailAddress.parse(email).isEmpty(), "registration.email.wrong");
        found.field("organisation", choice.chosen())
                .required("enrol.organisation.missing")
                .wrong(choice.isUnknown(organisations), "registration.organisation.unknown")
                .wrong(choice.isTwo(organisations), "registration.organisation.two");
        found.field("otherOrganisation", choice.named())
                .longest(PersonFields.LONGEST_ORGANISATION, "registration.otherOrganisation.long")
                .line("enrol.otherOrganisation.characters")
                .wrong(choice.isUnnamed(), "enrol.otherOrganisation.missing");
        found.field("role", role)
                .longest(PersonFields.LONGEST_ROLE, "registration.role.long")
                .line("enrol.role.characters");
        found.field("language", language).wrong(!speaks, "registration.language.missing");
        return found;
    }
}
