package be.leerkring.registration.own;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.OrganisationChoice;
import be.leerkring.registration.form.PersonFields;
import be.leerkring.registration.form.ThemeBoxes;
import be.leerkring.registration.need.Needs;
import be.leerkring.registration.need.NeedsForm;
import java.time.Instant;
import java.util.List;

/** What a participant would like to be known as, as it was filled in. */
public record DetailsForm(
        String name, String organisation, String otherOrganisation, String role, String language,
        Interests interests, NeedsForm needs) {

    private static final List<String> FIELDS = List.of(
            "name", "organisation", "otherOrganisation", "role", "language");

    /** All fields that can be wrong, from top to bottom. */
    List<String> fields() {
        return needs.fieldsAmong(FIELDS, "language");
    }

    /** As the participant is known now, and their needs; an organisation that is listed no longer, by its name only. */
    public static DetailsForm of(Participant participant, List<Organisation> organisations, Needs needs) {
        var listed = organisations.stream().anyMatch(organisation -> organisation.hasId(participant.organisationId()));
        return new DetailsForm(
                participant.name(),
                listed ? participant.organisationId() : OrganisationChoice.OTHER,
                listed ? "" : participant.organisation(),
                participant.role(),
                participant.language().code(),
                participant.interests(),
                NeedsForm.of(needs));
    }

    public static DetailsForm of(FormText text) {
        return new DetailsForm(
                text.line("name"), text.line("organisation"), text.line("otherOrganisation"), text.line("role"),
                text.line("language"), ThemeBoxes.in(text), NeedsForm.of(text));
    }

    OrganisationChoice choice() {
        return new OrganisationChoice(organisation, otherOrganisation);
    }

    /**
     * What is wrong with it, where these are the organisations of the network.
     *
     * @param said what the person said before that they need
     * @param speaks whether the network speaks the language that was chosen
     */
    FormErrors.Found check(
            List<Organisation> organisations, Session session, Needs said, boolean speaks, Instant now) {
        var found = new FormErrors.Found();
        PersonFields.name(name, found);
        found.field("organisation", organisation).required("registration.organisation.missing");
        PersonFields.otherOrganisation(otherOrganisation, found);
        PersonFields.role(role, found);
        found.field("language", language).wrong(!speaks, "registration.language.missing");
        found.add(choice().check(organisations, session, now));
        return found.add(needs.checkOwn(needs.rows(session.questions(), said)));
    }
}
