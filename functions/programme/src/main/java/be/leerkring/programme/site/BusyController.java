package be.leerkring.programme.site;

import be.leerkring.platform.language.Languages;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Scripts;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.StaticTemplates;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/**
 * What CloudFront shows where the site itself can't answer: {@code bin/deploy} puts this page where it finds it then.
 * It has every language, for nobody knows the reader's there, and asks again by itself.
 */
@Produces(MediaType.ALL)
@Controller("/busy")
final class BusyController {

    private final Pages pages;
    private final Languages languages;

    BusyController(Pages pages, Languages languages) {
        this.pages = pages;
        this.languages = languages;
    }

    @Get
    HttpResponse<String> show() {
        var views = languages.all().stream()
                .map(language -> pages.view(new Visit("/busy", language, false, true, "")))
                .toList();
        return Scripts.withOurs(HttpResponse.ok(new StaticTemplates().siteBusy(views).render()))
                .header(HttpHeaders.CONTENT_TYPE, Pages.HTML);
    }
}
