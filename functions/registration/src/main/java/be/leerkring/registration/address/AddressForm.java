package be.leerkring.registration.address;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.PersonFields;
import java.util.List;
import java.util.Optional;

/** The address at which a participant would like to be reached, as it was filled in. */
public record AddressForm(String email) {

    static final List<String> FIELDS = List.of("email");

    static AddressForm empty() {
        return new AddressForm("");
    }

    public static AddressForm of(FormText text) {
        return new AddressForm(text.line("email"));
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    /** What is wrong with it, where they are reached at this address. */
    FormErrors.Found check(EmailAddress own) {
        var found = new FormErrors.Found();
        PersonFields.email(email, found).wrong(address().filter(own::equals).isPresent(), "address.own");
        return found;
    }
}
