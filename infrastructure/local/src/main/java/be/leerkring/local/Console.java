package be.leerkring.local;

import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import gg.jte.Content;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

/** The pages of the console: they may frame a mail, which the site's own pages may not. */
final class Console {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Console() {}

    static HttpResponse<String> answer(HttpStatus status, View view, String title, Content page) {
        return HttpResponse.<String>status(status)
                .header(HttpHeaders.CONTENT_TYPE, Pages.HTML)
                .header("Content-Security-Policy", POLICY)
                .body(new StaticTemplates().console(view, title, page).render());
    }
}
