package be.leerkring.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.table.Sha256;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person receives mail, in the one form in which the network knows it: lower case, Unicode form C, the domain
 * in ASCII (RFC 5890), no space around it. What a provider makes of dots or plus signs is the provider's business.
 */
public record EmailAddress(String text) {

    /** RFC 5321, section 4.5.3.1: 64 octets before the sign, and 254 for a path without its brackets. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final int LONGEST = 254;

    /** Whatever is longer as it was typed is no address in any form; IDN's cost grows by the square of the length. */
    private static final int LONGEST_TYPED = 2 * LONGEST;

    /** The unquoted form of RFC 5321. SES does not send to letters beyond ASCII before the sign (no SMTPUTF8). */
    private static final Pattern LOCAL_PART = Pattern
            .compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN = Pattern
            .compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private static final int DERIVED_BYTES = 16;

    /** The address that somebody typed, or nothing where it can't be one. */
    public static Optional<EmailAddress> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        var localPart = text.substring(0, at);
        try {
            var domain = IDN.toASCII(text.substring(at + 1)).toLowerCase(Locale.ROOT);
            var address = localPart + "@" + domain;
            var fits = localPart.getBytes(UTF_8).length <= LONGEST_LOCAL_PART
                    && address.getBytes(UTF_8).length <= LONGEST
                    && LOCAL_PART.matcher(localPart).matches()
                    && DOMAIN.matcher(domain).matches();
            return fits ? Optional.of(new EmailAddress(address)) : Optional.empty();
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
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
