package be.leerkring.registration.signup;

import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.participant.Interests;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.OrganisationChoice;
import be.leerkring.registration.ThemeBoxes;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form as it was filled in. Each constraint's message is the key of the text that says what to do.
 *
 * @param organisation an organisation's id, or {@link OrganisationChoice#OTHER}
 * @param otherOrganisation the name of one that the network doesn't list
 * @param website left empty by people, who don't see it; filled in by robots
 * @param interests the themes that were ticked
 */
@Introspected
public record RegistrationForm(
        @NotBlank(message = "registration.name.missing")
        @Size(max = 100, message = "registration.name.long")
        @Pattern(regexp = FormText.LINE, message = "registration.name.characters") String name,
        @NotBlank(message = "registration.email.missing") String email,
        @NotBlank(message = "registration.organisation.missing") String organisation,
        @Size(max = 150, message = "registration.otherOrganisation.long")
        @Pattern(regexp = FormText.LINE, message = "registration.otherOrganisation.characters") String otherOrganisation,
        @Size(max = 100, message = "registration.role.long")
        @Pattern(regexp = FormText.LINE, message = "registration.role.characters") String role,
        String language,
        @NotEmpty(message = "registration.consent.missing") String consent,
        String website,
        Interests interests) {

    static final List<String> FIELDS = List.of("name", "email", "organisation", "otherOrganisation", "role", "language",
            "consent");

    static RegistrationForm empty(String language) {
        return new RegistrationForm("", "", "", "", "", language, "", "", Interests.NONE);
    }

    static RegistrationForm of(Map<String, Object> body) {
        var text = new FormText(body);
        return new RegistrationForm(
                text.line("name"),
                text.line("email"),
                text.line("organisation"),
                text.line("otherOrganisation"),
                text.line("role"),
                text.line("language"),
                text.line("consent"),
                text.line("website"),
                ThemeBoxes.in(body));
    }

    boolean isRobots() {
        return !website.isEmpty();
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    OrganisationChoice choice() {
        return new OrganisationChoice(organisation, otherOrganisation);
    }

    /** What only the network and the session can tell to be wrong. */
    FormErrors.Found check(List<Organisation> organisations, Session session, boolean speaks, Instant now) {
        var found = new FormErrors.Found();
        if (!email.isEmpty() && address().isEmpty()) {
            found.add("email", "registration.email.wrong");
        }
        if (!speaks) {
            found.add("language", "registration.language.missing");
        }
        return found.add(choice().check(organisations, session, now));
    }
}
