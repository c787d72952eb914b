package be.leerkring.registration.own;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.MistypedAddress;
import be.leerkring.registration.form.PersonFields;
import java.util.List;
import java.util.Optional;

/**
 * The colleague to whom somebody passes a seat, as it was filled in.
 *
 * @param sureOf the address about which the form asked whether it is right
 */
public record ColleagueForm(String name, String email, String sureOf) {

    static final List<String> FIELDS = List.of("name", "email");

    static ColleagueForm empty() {
        return new ColleagueForm("", "", "");
    }

    public static ColleagueForm of(FormText text) {
        return new ColleagueForm(
                text.line("name"), MistypedAddress.chosen(text), text.line(MistypedAddress.SURE));
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    /** What is wrong with it, where this is the address of the one who passes the seat. */
    FormErrors.Found check(EmailAddress own) {
        var found = new FormErrors.Found();
        PersonFields.name(name, "colleague", found);
        PersonFields.email(email, sureOf, "colleague", found)
                .wrong(address().filter(own::equals).isPresent(), "colleague.email.own");
        return found;
    }
}
