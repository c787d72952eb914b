package be.leerkring.desk;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What every answer of the desk tells a browser. One that sends no Fetch Metadata has to name the origin of a form, for
 * {@link DeskGuard} to see, and hides it with the referrer; no address of the desk but that of signing in has a token,
 * and our own pages may have it.
 */
@ServerFilter({DeskGuard.DESK, DeskGuard.DESK + "/**"})
final class DeskHeaders {

    @ResponseFilter
    void add(MutableHttpResponse<?> response) {
        response.getHeaders().set("Referrer-Policy", "same-origin");
    }
}
