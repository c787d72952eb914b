package be.leerkring.registration.people;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.OrganisationChoice;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form in which an organiser registers somebody, as it was filled in.
 *
 * @param organisation an organisation's id, or {@link OrganisationChoice#OTHER}
 * @param otherOrganisation the name of one that the network doesn't list
 */
@Introspected
public record EnrolmentForm(
        @NotBlank(message = "enrol.name.missing")
        @Size(max = 100, message = "registration.name.long")
        @Pattern(regexp = FormText.LINE, message = "enrol.name.characters") String name,
        @NotBlank(message = "enrol.email.missing") String email,
        @NotBlank(message = "enrol.organisation.missing") String organisation,
        @Size(max = 150, message = "registration.otherOrganisation.long")
        @Pattern(regexp = FormText.LINE, message = "enrol.otherOrganisation.characters") String otherOrganisation,
        @Size(max = 100, message = "registration.role.long")
        @Pattern(regexp = FormText.LINE, message = "enrol.role.characters") String role,
        String language) {

    static final List<String> FIELDS = List.of("name", "email", "organisation", "otherOrganisation", "role",
            "language");

    static EnrolmentForm empty(String language) {
        return new EnrolmentForm("", "", "", "", "", language);
    }

    static EnrolmentForm of(Map<String, Object> body) {
        var text = new FormText(body);
        return new EnrolmentForm(
                text.line("name"),
                text.line("email"),
                text.line("organisation"),
                text.line("otherOrganisation"),
                text.line("role"),
                text.line("language"));
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    OrganisationChoice choice() {
        return new OrganisationChoice(organisation, otherOrganisation);
    }

    /** What a constraint can't tell. The session's rules about who may register, and when, don't bind an organiser. */
    FormErrors.Found check(List<Organisation> organisations, boolean speaks) {
        var found = new FormErrors.Found();
        if (!email.isEmpty() && address().isEmpty()) {
            found.add("email", "registration.email.wrong");
        }
        if (choice().isUnnamed()) {
            found.add("otherOrganisation", "enrol.otherOrganisation.missing");
        }
        if (choice().isUnknown(organisations)) {
            found.add("organisation", "registration.organisation.unknown");
        }
        if (!speaks) {
            found.add("language", "registration.language.missing");
        }
        return found;
    }
}
