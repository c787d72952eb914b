package be.leerkring.platform.web;

import io.micronaut.http.MutableHttpResponse;

/** Lets a page run our own scripts, which no other page may. It has to work without them all the same. */
public final class Scripts {

    private Scripts() {}

    /** Our own scripts, which ask nobody. */
    public static <T> MutableHttpResponse<T> withOurs(MutableHttpResponse<T> page) {
        return page.header(Headers.POLICY_NAME, Headers.POLICY + "; script-src 'self'");
    }

    /** Our own scripts, which may ask our own site, and the camera, once the person has agreed to that. */
    public static <T> MutableHttpResponse<T> withCamera(MutableHttpResponse<T> page) {
        return page.header(Headers.POLICY_NAME, Headers.POLICY + "; script-src 'self'; connect-src 'self'")
                .header(Headers.PERMISSIONS_NAME, "camera=(self), microphone=(), geolocation=()");
    }
}
