package be.leerkring.desk;

import be.leerkring.platform.links.Token;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie of a signed-in organiser. By its name a browser only takes it from the site itself, over TLS and for the
 * whole site (RFC 6265bis, section 4.1.3.2); browsers count {@code http://localhost} as TLS.
 */
public final class DeskCookie {

    private static final String NAME = "__Host-desk";

    private DeskCookie() {}

    /** The cookie that carries this token for as long as a sign-in lasts. */
    public static Cookie of(Token token) {
        return cookie(token.text(), SignIns.LIFETIME);
    }

    /** The cookie that takes the other one away. */
    public static Cookie none() {
        return cookie("", Duration.ZERO);
    }

    /** The token in the request's cookie. */
    public static Optional<Token> in(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(Token::new);
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
