package be.leerkring.platform.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name in the Internet's domain system with at least two labels, in ASCII and in lower case.
 *
 * @param text as it stands in mails' envelopes and in links: {@code xn--caf-dma.be}
 */
public record Domain(String text) {

    /** RFC 1035, section 2.3.4, without the dot at the end; as it is typed it can only be shorter. */
    private static final int LONGEST = 253;

    private static final Pattern HOST = Pattern
            .compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private static final Pattern ASCII = Pattern.compile("[\\x00-\\x7F]*");

    /** What a label begins with that is not as it reads (RFC 5890, section 2.3.2.1). */
    private static final String ENCODED = "xn--";

    /**
     * The domain that somebody typed, or nothing where it can't be one. One with letters beyond ASCII is the domain to
     * which browsers go: by UTS 46 without its transitional mapping, so that ß stays ß.
     */
    public static Optional<Domain> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var domain = ASCII.matcher(typed).matches() ? typed.toLowerCase(Locale.ROOT) : typed;
        return (isPlain(domain) ? Optional.of(domain) : International.toAscii(domain))
                .filter(ascii -> ascii.length() <= LONGEST && HOST.matcher(ascii).matches())
                .map(Domain::new);
    }

    /** Whether it is as it reads, so that no table of Unicode is needed, and none is loaded. */
    private static boolean isPlain(String domain) {
        return ASCII.matcher(domain).matches() && !domain.contains(ENCODED);
    }

    /**
     * The domain as people read it, {@code café.be}; in ASCII where its letters could be taken for those of another
     * domain: of several scripts, of another one than its end, or Latin ones that no language of Europe writes.
     */
    public String shown() {
        return isPlain(text) ? text : International.shown(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
