package be.leerkring.registration.own;

import be.leerkring.platform.links.Token;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.MyPages;
import be.leerkring.registration.StaticTemplates;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What is kept about oneself: to read, to take along, to erase. */
@Produces(MediaType.ALL)
@Controller("/my/{token}/data")
final class OwnDataController {

    private static final String JSON = "application/json; charset=utf-8";

    private final MyPages myPages;
    private final OwnData ownData;
    private final ForgettingNeeds forgettingNeeds;
    private final OwnFile.Reader files;
    private final JsonMapper json;
    private final Pages pages;

    OwnDataController(
            MyPages myPages, OwnData ownData, ForgettingNeeds forgettingNeeds, OwnFile.Reader files, JsonMapper json,
            Pages pages) {
        this.myPages = myPages;
        this.ownData = ownData;
        this.forgettingNeeds = forgettingNeeds;
        this.files = files;
        this.json = json;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> look(String token, Visit visit) {
        var look = files.follow(new Token(token));
        return myPages.show(look.destination(), visit, (there, view) -> pages.show(
                view, view.text("data.title"),
                new StaticTemplates().ownData(view, token, files.of(there, look.found()))));
    }

    @Get("/leerkring.json")
    HttpResponse<String> take(String token, Visit visit) {
        var look = files.follow(new Token(token));
        return myPages.show(look.destination(), visit, (there, view) -> HttpResponse.ok(
                text(files.of(there, look.found())))
                .header(HttpHeaders.CONTENT_TYPE, JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"leerkring.json\""));
    }

    private String text(OwnFile file) {
        try {
            return json.writeValueAsString(OwnFileJson.of(file));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    @Post("/needs")
    @Consumes(MediaType.ALL)
    HttpResponse<String> forgetNeeds(String token) {
        forgettingNeeds.forget(new Token(token));
        return pages.seeOther("/my/" + token + "/data");
    }

    @Post("/erase")
    @Consumes(MediaType.ALL)
    HttpResponse<String> erase(String token, Visit visit) {
        var view = pages.view(visit);
        return ownData.erase(new Token(token))
                ? pages.show(view, view.text("data.erased"), new StaticTemplates().ownErased(view))
                : myPages.gone(view, "my.expired", Optional.empty());
    }
}
