package be.leerkring.registration.address;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.MistypedAddress;
import be.leerkring.registration.form.PersonFields;
import java.util.List;
import java.util.Optional;

/**
 * The address at which a participant would like to be reached, as it was filled in.
 *
 * @param sureOf the address about which the form asked whether it is right
 * @param again whether the mail to it is asked for once more
 */
public record AddressForm(String email, String sureOf, boolean again) {

    static final List<String> FIELDS = List.of("email");

    static AddressForm empty() {
        return new AddressForm("", "", false);
    }

    public static AddressForm of(FormText text) {
        return new AddressForm(
                MistypedAddress.chosen(text), text.line(MistypedAddress.SURE), !text.line("again").isEmpty());
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    /** What is wrong with it, where they are reached at this address. */
    FormErrors.Found check(EmailAddress own) {
        var found = new FormErrors.Found();
        PersonFields.email(email, sureOf, found).wrong(address().filter(own::equals).isPresent(), "address.own");
        return found;
    }
}
