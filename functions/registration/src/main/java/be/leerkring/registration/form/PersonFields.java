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
        name(name, "registration", found);
    }

    /**
     * The same of somebody else.
     *
     * @param whose the beginning of the keys of the texts that say what is wrong
     */
    public static void name(String name, String whose, FormErrors.Found found) {
        found.field("name", name)
                .name(whose + ".name.missing")
                .longest(LONGEST_NAME, "registration.name.long")
                .line(whose + ".name.characters");
    }

    public static FieldCheck email(String email, String sureOf, FormErrors.Found found) {
        return email(email, sureOf, "registration", found);
    }

    /**
     * Whether it is an address, and whether a letter slipped in it.
     *
     * @param sureOf the address about which that was asked before
     * @param whose the beginning of the keys of the texts that say what is wrong
     */
    public static FieldCheck email(String email, String sureOf, String whose, FormErrors.Found found) {
        return found.field("email", email)
                .required(whose + ".email.missing")
                .wrong(EmailAddress.parse(email).isEmpty(), "registration.email.wrong")
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
