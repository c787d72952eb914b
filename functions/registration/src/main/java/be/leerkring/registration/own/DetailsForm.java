package be.leerkring.registration.own;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.participant.Participant;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.OrganisationChoice;
import be.leerkring.registration.ThemeBoxes;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** What a participant would like to be known as, as it was filled in. */
@Introspected
public record DetailsForm(
        @NotBlank(message = "registration.name.missing")
        @Size(max = 100, message = "registration.name.long")
        @Pattern(regexp = FormText.LINE, message = "registration.name.characters") String name,
        @NotBlank(message = "registration.organisation.missing") String organisation,
        @Size(max = 150, message = "registration.otherOrganisation.long")
        @Pattern(regexp = FormText.LINE, message = "registration.otherOrganisation.characters") String otherOrganisation,
        @Size(max = 100, message = "registration.role.long")
        @Pattern(regexp = FormText.LINE, message = "registration.role.characters") String role,
        Interests interests) {

    static final List<String> FIELDS = List.of("name", "organisation", "otherOrganisation", "role");

    /** As the participant is known now; an organisation that the network no longer lists is known by its name only. */
    public static DetailsForm of(Participant participant, List<Organisation> organisations) {
        var listed = organisations.stream().anyMatch(organisation -> organisation.hasId(participant.organisationId()));
        return new DetailsForm(
                participant.name(),
                listed ? participant.organisationId() : OrganisationChoice.OTHER,
                listed ? "" : participant.organisation(),
                participant.role(),
                participant.interests());
    }

    public static DetailsForm of(Map<String, Object> body) {
        var text = new FormText(body);
        return new DetailsForm(
                text.line("name"), text.line("organisation"), text.line("otherOrganisation"), text.line("role"),
                ThemeBoxes.in(body));
    }

    OrganisationChoice choice() {
        return new OrganisationChoice(organisation, otherOrganisation);
    }
}
