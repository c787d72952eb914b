package be.leerkring.registration;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;

/** One's own registration. */
@Produces(MediaType.ALL)
@Controller("/my/{token}")
final class MyController {

    private final Admission admission;
    private final Pages pages;
    private final Clock clock;

    MyController(Admission admission, Pages pages, Clock clock) {
        this.admission = admission;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> look(String token, Visit visit) {
        return switch (admission.follow(new Token(token), MyLink.PURPOSE)) {
            case Admission.Destination.Found there -> {
                var view = pages.view(visit.by(there.registration().participant().language()));
                yield pages.show(
                        view, view.text("my.title"), new StaticTemplates().my(view, there, token, clock.instant()));
            }
            case Admission.Destination.Gone gone -> {
                var view = pages.view(visit);
                yield pages.gone(view, new StaticTemplates().gone(view, view.text("my.expired")));
            }
            case Admission.Destination.Nowhere() -> pages.notFound(pages.view(visit));
        };
    }

    @Post("/cancel")
    @Consumes(MediaType.ALL)
    HttpResponse<String> cancel(String token) {
        admission.cancel(new Token(token));
        return pages.seeOther("/my/" + token);
    }
}
