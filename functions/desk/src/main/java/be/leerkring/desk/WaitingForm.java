package be.leerkring.desk;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A form that somebody sent and has to sign in for first. It waits in their own browser, on a page that holds all of
 * its fields and a button which sends it where it was to go: the table keeps nothing of it, and so strangers can put
 * nothing there. Answered with 307 (RFC 9110, section 15.4.8), the browser sends the form once more, to that page.
 */
public final class WaitingForm {

    /** Where a form is sent to wait; the parameter {@code for} says where it was to go. */
    public static final String ADDRESS = "/organiser/sign-in/waiting";

    /** What somebody is shown who has signed in while a form waits. */
    public static final Onward PAGE = new Onward(ADDRESS);

    private WaitingForm() {}

    /** Lets the form of this request wait; empty where it was sent to no page of the desk. */
    static Optional<MutableHttpResponse<String>> of(HttpRequest<?> request) {
        return Onward.of(request).map(WaitingForm::answer);
    }

    /** Lets a form wait that was to go there. */
    public static MutableHttpResponse<String> answer(Onward there) {
        return HttpResponse.<String>status(HttpStatus.TEMPORARY_REDIRECT)
                .header(
                        HttpHeaders.LOCATION,
                        ADDRESS + "?for=" + URLEncoder.encode(there.address(), StandardCharsets.UTF_8));
    }
}
