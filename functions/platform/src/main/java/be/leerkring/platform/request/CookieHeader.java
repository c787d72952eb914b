package be.leerkring.platform.request;

import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.ServerCookieDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the header {@code Cookie}, as RFC 6265, section 4.2, has it: pairs with semicolons between them. What is no
 * such pair is passed over, and the others are read: any site in the same domain can plant a cookie here. Micronaut
 * finds it as a service; without Netty its own reads the syntax of {@code Set-Cookie}, and so one pair at most.
 */
public final class CookieHeader implements ServerCookieDecoder {

    /** A token, as RFC 9110, section 5.6.2, has it; one with a dollar before it is an attribute in RFC 2965. */
    private static final Pattern NAME = Pattern.compile("[!#%&'*+.^_`|~0-9A-Za-z-][!#$%&'*+.^_`|~0-9A-Za-z-]*+");

    /** The characters of RFC 6265's values, and those that others send all the same; none of them controls anything. */
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]*+");

    private static final String QUOTE = "\"";

    @Override
    public List<Cookie> decode(String header) {
        var cookies = new ArrayList<Cookie>();
        for (var pair : header.split(";", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                var name = pair.substring(0, equals).strip();
                var value = unquoted(pair.substring(equals + 1).strip());
                if (NAME.matcher(name).matches() && VALUE.matcher(value).matches()) {
                    cookies.add(Cookie.of(name, value));
                }
            }
        }
        return cookies;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith(QUOTE) && value.endsWith(QUOTE)
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
