package be.leerkring.registration.correction;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.DeskFields;
import be.leerkring.registration.form.OrganisationChoice;
import be.leerkring.registration.form.ThemeBoxes;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.need.NeedsForm;
import java.util.List;
import java.util.Optional;

/**
 * What an organiser knows a person as, as it was filled in.
 *
 * @param organisation an organisation's id, or {@link OrganisationChoice#OTHER}
 * @param otherOrganisation the name of one that the network doesn't list
 * @param anyway not empty where it has to be so against the session's rules
 */
public record CorrectionForm(
        String name,
        String email,
        String organisation,
        String otherOrganisation,
        String role,
        String language,
        Interests interests,
        NeedsForm needs,
        String anyway) {

    private static final List<String> FIELDS = List.of(
            "name", "email", "organisation", "otherOrganisation", "role", "language", "anyway");

    /** All fields that can be wrong, from top to bottom. */
    List<String> fields() {
        return needs.fieldsAmong(FIELDS, "language");
    }

    /** As the participant is known now, and their needs; an organisation that is listed no longer, by its name only. */
    public static CorrectionForm of(Participant participant, List<Organisation> organisations, Needs needs) {
        var listed = organisations.stream().anyMatch(organisation -> organisation.hasId(participant.organisationId()));
        return new CorrectionForm(
                participant.name(),
                participant.email().text(),
                listed ? participant.organisationId() : OrganisationChoice.OTHER,
                listed ? "" : participant.organisation(),
                participant.role(),
                participant.language().code(),
                participant.interests(),
                NeedsForm.of(needs),
                "");
    }

    public static CorrectionForm of(FormText text) {
        return new CorrectionForm(
                text.line("name"),
                text.line("email"),
                text.line("organisation"),
                text.line("otherOrganisation"),
                text.line("role"),
                text.line("language"),
                ThemeBoxes.in(text),
                NeedsForm.of(text),
                text.line("anyway"));
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    OrganisationChoice choice() {
        return new OrganisationChoice(organisation, otherOrganisation);
    }

    /** What is wrong with the name, which is all that can be put right about somebody who was there. */
    FormErrors.Found checkName() {
        return DeskFields.name(name);
    }

    /**
     * What is wrong with it, where these are the organisations of the network.
     *
     * @param said what the person said before that they need
     * @param speaks whether the network speaks the language that was chosen
     */
    FormErrors.Found check(List<Organisation> organisations, Session session, Needs said, boolean speaks) {
        return DeskFields.all(name, email, choice(), role, language, organisations, speaks)
                .add(needs.check(needs.rows(session.questions(), said)));
    }
}
