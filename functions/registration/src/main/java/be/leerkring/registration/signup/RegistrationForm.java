package be.leerkring.registration.signup;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.MistypedAddress;
import be.leerkring.registration.form.OrganisationChoice;
import be.leerkring.registration.form.PersonFields;
import be.leerkring.registration.form.ThemeBoxes;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.need.NeedsForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The form as it was filled in.
 *
 * @param organisation an organisation's id, or {@link OrganisationChoice#OTHER}
 * @param otherOrganisation the name of one that the network doesn't list
 * @param website left empty by people, who don't see it; filled in by robots, and by programs that fill in for people
 * @param interests the themes that were ticked
 * @param needs what they said that they need, where the session asks
 * @param sureOf the address about which the form asked whether it is right
 */
public record RegistrationForm(
        String name,
        String email,
        String organisation,
        String otherOrganisation,
        String role,
        String language,
        String consent,
        String website,
        Interests interests,
        NeedsForm needs,
        String sureOf) {

    private static final List<String> FIELDS = List.of(
            "name", "email", "organisation", "otherOrganisation", "role", "language", "consent", "website");

    /** A form that asked nothing back. */
    public RegistrationForm(
            String name,
            String email,
            String organisation,
            String otherOrganisation,
            String role,
            String language,
            String consent,
            String website,
            Interests interests,
            NeedsForm needs) {
        this(name, email, organisation, otherOrganisation, role, language, consent, website, interests, needs, "");
    }

    /** All fields that can be wrong, from top to bottom. */
    List<String> fields() {
        return needs.fieldsAmong(FIELDS, "language");
    }

    static RegistrationForm empty(String language) {
        return new RegistrationForm("", "", "", "", "", language, "", "", Interests.NONE, NeedsForm.EMPTY);
    }

    static RegistrationForm of(FormText text) {
        return new RegistrationForm(
                text.line("name"),
                MistypedAddress.chosen(text),
                text.line("organisation"),
                text.line("otherOrganisation"),
                text.line("role"),
                text.line("language"),
                text.line("consent"),
                text.line("website"),
                ThemeBoxes.in(text),
                NeedsForm.of(text),
                text.line(MistypedAddress.SURE));
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
    FormErrors.Found check(List<Organisation> organisations, Session session, boolean speaks, Instant now) {
        var found = new FormErrors.Found();
        PersonFields.name(name, found);
        PersonFields.email(email, sureOf, found);
        found.field("organisation", choice().chosen()).required("registration.organisation.missing");
        PersonFields.otherOrganisation(otherOrganisation, found);
        PersonFields.role(role, found);
        found.field("language", language).wrong(!speaks, "registration.language.missing");
        found.field("consent", consent).required("registration.consent.missing");
        found.field("website", website).wrong(!website.isEmpty(), "registration.trap.filled");
        found.add(choice().check(organisations, session, now));
        return found.add(needs.checkOwn(needs.rows(session.questions(), Needs.NONE)));
    }
}
