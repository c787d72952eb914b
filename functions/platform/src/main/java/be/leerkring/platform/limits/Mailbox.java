package be.leerkring.platform.limits;

import be.leerkring.platform.mail.EmailAddress;

/**
 * Which mailbox an address leads to, as far as one can guess: many providers deliver {@code o.ne+x@} where they deliver
 * {@code one@}. For counting alone, where a wrong guess costs two people who share a count little; mails go to the
 * address as it was typed.
 */
final class Mailbox {

    private Mailbox() {}

    /** The address without the dots before the sign, and without what follows a plus there. */
    static String of(EmailAddress address) {
        var text = address.text();
        var at = text.lastIndexOf('@');
        var plus = text.indexOf('+');
        var name = text.substring(0, plus > 0 && plus < at ? plus : at);
        return name.replace(".", "") + text.substring(at);
    }
}
