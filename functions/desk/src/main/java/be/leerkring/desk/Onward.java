package be.leerkring.desk;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of the desk that somebody was on the way to when they had to sign in. A cookie remembers it: whoever mails a
 * link to an organiser, by asking for one with that address, puts no word of their own into it.
 *
 * @param address a path on this site below {@code /organiser}, with what is asked for; no page that signs in
 */
public record Onward(String address) {

    private static final String NAME = "__Host-desk-onward";

    /** Whoever takes longer to find the mail begins at the front page. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** The query of a search is the longest thing in an address of the desk. */
    private static final int LONGEST = 1_000;

    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*");

    /** The page that this address names; empty where it is none of the desk's. */
    public static Optional<Onward> of(String address) {
        return address.length() <= LONGEST && LEGAL.matcher(address).matches() && isOfDesk(address.split("\\?", 2)[0])
                ? Optional.of(new Onward(address))
                : Optional.empty();
    }

    private static boolean isOfDesk(String path) {
        return (path.equals(DeskGuard.DESK) || path.startsWith(DeskGuard.DESK + "/"))
                && !path.contains("..")
                && !DeskGuard.signsIn(path);
    }

    /** The page that was asked for. What a form was sent along with stays in the form. */
    static Optional<Onward> of(HttpRequest<?> request) {
        var asked = request.getMethod() == HttpMethod.GET
                ? request.getParameters().asMap().entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(String.join(",", entry.getValue())))
                        .collect(Collectors.joining("&"))
                : "";
        return of(request.getPath() + (asked.isEmpty() ? "" : "?" + asked));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The page that this browser was on the way to. */
    public static Optional<Onward> in(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).flatMap(Onward::read);
    }

    private static Optional<Onward> read(String value) {
        try {
            var address = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            return address.equals(WaitingForm.ADDRESS) ? Optional.of(WaitingForm.PAGE) : of(address);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** The cookie that remembers it. */
    public Cookie cookie() {
        return cookie(
                Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8)),
                REMEMBERED);
    }

    /** The cookie that forgets it. */
    public static Cookie none() {
        return cookie("", Duration.ZERO);
    }

    private static Cookie cookie(String value, Duration age) {
        return Cookie.of(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite(SameSite.Lax)
                .maxAge(age);
    }
}
