package be.leerkring.programme.knowledge;

import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.Openings;
import be.leerkring.platform.request.Address;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/**
 * Leads from an entry to where it is on the web, and counts that somebody went there. It leads to the entry's own link,
 * whatever else is in the address. Whoever only asks for the head, as programs do that check links, is not counted.
 */
@Produces(MediaType.ALL)
@Controller("/knowledge/{id}/open")
final class OpeningController {

    private final Knowledge knowledge;
    private final Openings openings;
    private final Pages pages;

    OpeningController(Knowledge knowledge, Openings openings, Pages pages) {
        this.knowledge = knowledge;
        this.openings = openings;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> open(String id, HttpRequest<?> request, Visit visit) {
        var entry = knowledge.find(id).filter(known -> !known.link().isEmpty());
        if (entry.isEmpty()) {
            return pages.notFound(pages.view(visit));
        }
        if (request.getMethod() == HttpMethod.GET) {
            openings.count(entry.get());
        }
        return HttpResponse.<String>status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, Address.legal(entry.get().link()));
    }
}
