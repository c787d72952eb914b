package be.leerkring.local;

import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;

/** The console's switches: how SES treats the mails of the site. */
@Controller("/local/ses")
final class SesController {

    private final SesSwitch ses;
    private final Timeline timeline;
    private final Pages pages;

    SesController(SesSwitch ses, Timeline timeline, Pages pages) {
        this.ses = ses;
        this.timeline = timeline;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> switches(Visit visit) {
        return show(HttpStatus.OK, pages.view(visit), false);
    }

    /** The field {@code conduct} has the code of a {@link SesConduct}. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> turn(Visit visit, @Body @Nullable Map<String, String> form) {
        var conduct = SesConduct.of(form == null ? "" : form.getOrDefault("conduct", ""));
        if (conduct.isEmpty()) {
            return show(HttpStatus.UNPROCESSABLE_ENTITY, pages.view(visit), true);
        }
        ses.turn(conduct.get());
        return pages.seeOther("/local/ses");
    }

    private HttpResponse<String> show(HttpStatus status, View view, boolean unknown) {
        return Console.answer(
                status,
                view,
                view.text("local.ses"),
                new StaticTemplates().ses(view, ses.conduct(), (int) timeline.waiting(), unknown));
    }
}
