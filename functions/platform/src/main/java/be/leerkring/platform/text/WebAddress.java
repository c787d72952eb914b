package be.leerkring.platform.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A complete address on the web. One with a user's name before its host is none, for it leads elsewhere than it seems
 * (RFC 3986, section 7.6).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in ASCII and in lower case
 * @param rest the port, if it has one, and whatever follows; as it was typed
 */
public record WebAddress(String scheme, String host, String rest) {

    private static final int LONGEST = 2000;

    private static final Pattern PARTS = Pattern
            .compile("(?i)(https?)://([^/?#:@\\\\]+)((?::\\d{1,5})?(?:[/?#].*)?)");

    /** Some hosts have an underscore, though no domain that is registered has. */
    private static final Pattern HOST_WITH_UNDERSCORE = Pattern
            .compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?((?:\\.[a-z0-9-]{1,63})+)");

    /** The address that somebody typed, or nothing where it can't be one. */
    public static Optional<WebAddress> parse(String typed) {
        var parts = PARTS.matcher(typed);
        if (typed.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        return host(parts.group(2))
                .map(host -> new WebAddress(scheme, host, parts.group(3)))
                .filter(WebAddress::isUri);
    }

    private static Optional<String> host(String typed) {
        var domain = Domain.parse(typed).map(Domain::text);
        var lower = typed.toLowerCase(Locale.ROOT);
        var underscore = HOST_WITH_UNDERSCORE.matcher(lower);
        return domain.isPresent() || !lower.contains("_") || !underscore.matches()
                ? domain
                : Domain.parse(underscore.group(2).substring(1)).map(_ -> lower);
    }

    private boolean isUri() {
        try {
            return new URI(text()).getRawAuthority() != null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }

    /** The address as a link has it. */
    public String text() {
        return scheme + "://" + host + rest;
    }

    /** The site, as people read it: {@code www.café.be}. */
    public String shownHost() {
        return new Domain(host).shown();
    }

    /** This address as people read it; as it is where it is none. */
    public static String shown(String address) {
        return parse(address).map(known -> known.scheme() + "://" + known.shownHost() + known.rest()).orElse(address);
    }
}
