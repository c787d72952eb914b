package be.leerkring.local;

import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import gg.jte.Content;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.InputStream;
import java.util.Base64;
import java.util.function.Function;

/** The console's inbox: every mail as its reader would see it. */
@Produces(MediaType.ALL)
@Controller("/local")
final class InboxController {

    /** A mail brings its own styles, stands in the console's frame, and opens its links beside it. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; "
            + "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

    private final Inbox inbox;
    private final Pages pages;

    InboxController(Inbox inbox, Pages pages) {
        this.inbox = inbox;
        this.pages = pages;
    }

    /** The newest; with the id of a mail, those before it. */
    @Get("/inbox{?before}")
    HttpResponse<String> inbox(@Nullable Long before, Visit visit) {
        var view = pages.view(visit);
        return Console.answer(
                HttpStatus.OK,
                view,
                view.text("local.inbox"),
                new StaticTemplates().inbox(view, inbox.before(before == null ? Long.MAX_VALUE : before)));
    }

    /** Those that arrived after the mail with this id; without, all. */
    @Produces(MediaType.APPLICATION_JSON)
    @Get("/inbox.json{?since}")
    InputStream json(@Nullable Long since) {
        return inbox.json(since == null ? 0 : since);
    }

    @Get("/inbox/{id}")
    HttpResponse<String> html(long id, Visit visit) {
        return page(id, visit, (mail, view) -> new StaticTemplates().mail(view, mail, true));
    }

    @Get("/inbox/{id}/text")
    HttpResponse<String> text(long id, Visit visit) {
        return page(id, visit, (mail, view) -> new StaticTemplates().mail(view, mail, false));
    }

    @Get("/inbox/{id}/html")
    HttpResponse<?> paper(long id, Visit visit) {
        return found(id, visit, mail -> HttpResponse.ok(mail.html().replace("<head>", "<head><base target=\"_top\">"))
                .header(HttpHeaders.CONTENT_TYPE, Pages.HTML)
                .header("Content-Security-Policy", MAIL_POLICY));
    }

    @Get("/inbox/{id}/attachments/{name}")
    HttpResponse<?> attachment(long id, String name, Visit visit) {
        return found(id, visit, mail -> mail.attachments().stream()
                .filter(attachment -> attachment.name().equals(name))
                .findFirst()
                .<HttpResponse<?>>map(InboxController::file)
                .orElseGet(() -> pages.notFound(pages.view(visit))));
    }

    private static HttpResponse<?> file(InboxMail.Attachment attachment) {
        return HttpResponse.ok(Base64.getDecoder().decode(attachment.content()))
                .header(HttpHeaders.CONTENT_TYPE, attachment.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + attachment.name() + "\"");
    }

    private interface MailPage {
        Content of(InboxMail mail, View view);
    }

    private HttpResponse<String> page(long id, Visit visit, MailPage page) {
        var view = pages.view(visit);
        return inbox.mail(id)
                .map(mail -> Console.answer(HttpStatus.OK, view, mail.subject(), page.of(mail, view)))
                .orElseGet(() -> pages.notFound(view));
    }

    private HttpResponse<?> found(long id, Visit visit, Function<InboxMail, HttpResponse<?>> answer) {
        return inbox.mail(id).<HttpResponse<?>>map(answer).orElseGet(() -> pages.notFound(pages.view(visit)));
    }
}
