package be.leerkring.registration.own;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The colleague to whom somebody passes a seat, as it was filled in. */
@Introspected
public record ColleagueForm(
        @NotBlank(message = "registration.name.missing")
        @Size(max = 100, message = "registration.name.long")
        @Pattern(regexp = FormText.LINE, message = "registration.name.characters") String name,
        @NotBlank(message = "registration.email.missing") String email) {

    static final List<String> FIELDS = List.of("name", "email");

    static ColleagueForm empty() {
        return new ColleagueForm("", "");
    }

    public static ColleagueForm of(Map<String, Object> body) {
        var text = new FormText(body);
        return new ColleagueForm(text.line("name"), text.line("email"));
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    /** What a constraint can't tell. */
    FormErrors.Found check(EmailAddress own) {
        var found = new FormErrors.Found();
        if (!email.isEmpty() && address().isEmpty()) {
            found.add("email", "registration.email.wrong");
        } else if (address().filter(own::equals).isPresent()) {
            found.add("email", "colleague.email.own");
        }
        return found;
    }
}
