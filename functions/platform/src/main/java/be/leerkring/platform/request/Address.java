package be.leerkring.platform.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Addresses on the web, as a URI can hold them (RFC 3986). */
public final class Address {

    /** What a path says as it is: unreserved characters, sub-delimiters, colon and at sign; and slashes between. */
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/-]+");

    /** What no URI holds as it is, wherever in it: a percent sign too, but before two hexadecimal digits. */
    private static final Pattern ILLEGAL = Pattern
            .compile("(?:[^A-Za-z0-9._~!$&'()*+,;=:@/?#%-]|%(?![0-9A-Fa-f]{2}))+");

    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

    private Address() {}

    /**
     * A path as a request line has it, of one that was decoded. It begins with one slash: what follows two would be
     * read as a host.
     */
    public static String encoded(String decoded) {
        var path = decoded.startsWith("/") ? decoded.substring(1) : decoded;
        var rest = OTHER.matcher(path).replaceAll(found -> percent(found.group()));
        return rest.startsWith("/") ? "/%2F" + rest.substring(1) : "/" + rest;
    }

    /** An address into which something was put that somebody typed: the same, with no illegal character. */
    public static String legal(String address) {
        return ILLEGAL.matcher(address).replaceAll(found -> percent(found.group()));
    }

    private static String percent(String text) {
        var encoded = new StringBuilder();
        for (var octet : text.getBytes(UTF_8)) {
            encoded.append('%').append(HEXADECIMAL.toHexDigits(octet));
        }
        return encoded.toString();
    }
}
