package be.leerkring.platform.text;

import java.util.regex.Pattern;

/** Links that open a mail to an address. */
public final class MailLink {

    /** What such a link can't hold as it is (RFC 6068, section 2). */
    private static final Pattern ENCODED = Pattern.compile("[^A-Za-z0-9.!$'*+_~@-]");

    private MailLink() {}

    /** The link to this address, which is in ASCII: {@code mailto:jan%231@example.org}. */
    public static String to(String address) {
        return "mailto:" + ENCODED.matcher(address)
                .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
    }
}
