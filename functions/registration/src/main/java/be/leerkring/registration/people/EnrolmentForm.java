package be.leerkring.registration.people;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.DeskFields;
import be.leerkring.registration.form.OrganisationChoice;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.need.NeedsForm;
import java.util.List;
import java.util.Optional;

/**
 * The form in which an organiser registers somebody, as it was filled in.
 *
 * @param organisation an organisation's id, or {@link OrganisationChoice#OTHER}
 * @param otherOrganisation the name of one that the network doesn't list
 */
public record EnrolmentForm(
        String name, String email, String organisation, String otherOrganisation, String role, String language,
        NeedsForm needs) {

    static final List<String> FIELDS = List.of("name", "email", "organisation", "otherOrganisation", "role",
            "language");

    /** All fields that can be wrong, from top to bottom. */
    List<String> fields() {
        return needs.fieldsAmong(FIELDS, "language");
    }

    static EnrolmentForm empty(String language) {
        return new EnrolmentForm("", "", "", "", "", language, NeedsForm.EMPTY);
    }

    static EnrolmentForm of(FormText text) {
        return new EnrolmentForm(
                text.line("name"),
                text.line("email"),
                text.line("organisation"),
                text.line("otherOrganisation"),
                text.line("role"),
                text.line("language"),
                NeedsForm.of(text));
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    OrganisationChoice choice() {
        return new OrganisationChoice(organisation, otherOrganisation);
    }

    /**
     * What is wrong with it, where these are the organisations of the network.
     *
     * @param speaks whether the network speaks the language that was chosen
     */
    FormErrors.Found check(List<Organisation> organisations, Session session, boolean speaks) {
        return DeskFields.all(name, email, choice(), role, language, organisations, speaks)
                .add(needs.check(needs.rows(session.questions(), Needs.NONE)));
    }
}
