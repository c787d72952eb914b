package be.leerkring.speeddating.map;

import be.leerkring.platform.head.Head;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.speeddating.StaticTemplates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The map for everybody: counts, and a picture that names nobody. */
@Produces(MediaType.ALL)
@Controller("/network")
final class NetworkController {

    private final NetworkMap.Reader maps;
    private final Pages pages;

    NetworkController(NetworkMap.Reader maps, Pages pages) {
        this.maps = maps;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> look(HttpRequest<?> request, Visit visit) {
        var view = pages.view(visit);
        var query = MapQuery.of("/network", FormText.asked(request.getParameters()));
        var map = maps.read(query.to());
        return pages.show(
                view,
                new Head(view.text("network.title"), view.text("network.lead")),
                new StaticTemplates().mapNetwork(view, map, query, Drawing.anonymous(map)));
    }
}
