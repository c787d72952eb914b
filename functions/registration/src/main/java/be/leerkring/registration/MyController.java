package be.leerkring.registration;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;

/** One's own registration: what it is, and the buttons that change what becomes of it. */
@Produces(MediaType.ALL)
@Controller("/my/{token}")
final class MyController {

    private final MyPages myPages;
    private final WaitingList waitingList;
    private final Leaving leaving;
    private final Pages pages;
    private final Clock clock;

    MyController(MyPages myPages, WaitingList waitingList, Leaving leaving, Pages pages, Clock clock) {
        this.myPages = myPages;
        this.waitingList = waitingList;
        this.leaving = leaving;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> look(String token, Visit visit) {
        return myPages.follow(token, visit, (there, view) -> show(there, token, view));
    }

    private HttpResponse<String> show(Destination.Found there, String token, View view) {
        return pages.show(
                view, view.text("my.title"), new StaticTemplates().my(view, there, token, clock.instant()));
    }

    @Post("/seat")
    @Consumes(MediaType.ALL)
    HttpResponse<String> take(String token) {
        waitingList.take(new Token(token));
        return pages.seeOther("/my/" + token);
    }

    @Post("/cancel")
    @Consumes(MediaType.ALL)
    HttpResponse<String> cancel(String token) {
        leaving.cancel(new Token(token));
        return pages.seeOther("/my/" + token);
    }
}
