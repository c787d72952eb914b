package be.leerkring.registration.find;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.MistypedAddress;
import be.leerkring.registration.form.PersonFields;
import java.util.List;
import java.util.Optional;

/**
 * The address whose registrations somebody looks for, as it was filled in.
 *
 * @param sureOf the address about which the form asked whether it is right
 */
public record FindForm(String email, String sureOf) {

    static final List<String> FIELDS = List.of("email");

    static FindForm empty() {
        return new FindForm("", "");
    }

    static FindForm of(FormText text) {
        return new FindForm(MistypedAddress.chosen(text), text.line(MistypedAddress.SURE));
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    FormErrors.Found check() {
        var found = new FormErrors.Found();
        PersonFields.email(email, sureOf, found);
        return found;
    }
}
