package be.leerkring.platform.mail;

import be.leerkring.platform.table.Sha256;
import be.leerkring.platform.text.Domain;
import be.leerkring.platform.text.MailLink;
import be.leerkring.platform.text.TypedText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person receives mail, in the one form in which the network knows it: lower case, the domain in ASCII as UTS
 * 46 has it, nothing around it. What a provider makes of dots or plus signs is the provider's business.
 */
public record EmailAddress(String text) {

    /** RFC 5321, section 4.5.3.1: 64 octets before the sign, and 254 for a path without its brackets. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final int LONGEST = 254;

    /** Whatever is longer as it was typed, with what nobody sees around it, is no address in any form. */
    private static final int LONGEST_TYPED = 2 * LONGEST;

    /** The unquoted form of RFC 5321. SES does not send to letters beyond ASCII before the sign (no SMTPUTF8). */
    private static final Pattern LOCAL_PART = Pattern
            .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final int DERIVED_BYTES = 16;

    /** The address that somebody typed, or nothing where it can't be one. */
    public static Optional<EmailAddress> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var text = TypedText.line(typed);
        var at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return Domain.parse(text.substring(at + 1))
                .map(domain -> text.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain)
                .filter(address -> address.length() <= LONGEST)
                .map(EmailAddress::new);
    }

    /** Where the mail server is found. */
    public Domain domain() {
        return new Domain(text.substring(text.lastIndexOf('@') + 1));
    }

    /** The address as people read it: {@code jan@café.be}. */
    public String shown() {
        return text.substring(0, text.lastIndexOf('@') + 1) + domain().shown();
    }

    /** The address of a link that opens a mail to it. */
    public String mailto() {
        return MailLink.to(text);
    }

    /** An address as people read it; as it is where it is none. */
    public static String shown(String address) {
        return parse(address).map(EmailAddress::shown).orElse(address);
    }

    /**
     * A value that follows from the address, 128 bits of a SHA-256: the same at every try, and another for another use.
     */
    public String derive(String use) {
        return Sha256.of(use + "\n" + text, DERIVED_BYTES);
    }

    @Override
    public String toString() {
        return text;
    }
}
