package be.leerkring.registration.form;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FieldCheck;
import be.leerkring.platform.web.FormErrors;

/** What is asked of a person in every form in which somebody says who they are. */
public final class PersonFields {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_ORGANISATION = 150;
    public static final int LONGEST_ROLE = 100;

    private PersonFields() {}

    public static void name(String name, FormErrors.Found found) {
        found.field("name", name)
                .name("registration.name.missing")
                .longest(LONGEST_NAME, "registration.name.long")
                .line("registration.name.characters");
    }

    public static FieldCheck email(String email, FormErrors.Found found) {
        return found.field("email", email)
                .required("registration.email.missing")
                .wrong(EmailAddress.parse(email).isEmpty(), "registration.email.wrong");
    }

    /**
     * The same, and whether a letter slipped in it.
     *
     * @param sureOf the address about which that was asked before
     */
    public static FieldCheck email(String email, String sureOf, FormErrors.Found found) {
        return email(email, found)
                .wrong(!email.equals(sureOf) && MistypedAddress.meant(email).isPresent(), "registration.email.slip");
    }

    /** The name of an organisation that the network does not list. */
    public static void otherOrganisation(String name, FormErrors.Found found) {
        found.field("otherOrganisation", name)
                .longest(LONGEST_ORGANISATION, "registration.otherOrganisation.long")
                .line("registration.otherOrganisation.characters");
    }

    public static void role(String role, FormErrors.Found found) {
        found.field("role", role)
                .longest(LONGEST_ROLE, "registration.role.long")
                .line("registration.role.characters");
    }
}
