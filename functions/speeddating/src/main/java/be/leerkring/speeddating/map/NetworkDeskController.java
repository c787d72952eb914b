package be.leerkring.speeddating.map;

import be.leerkring.desk.Csv;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.speeddating.StaticTemplates;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;

/** The map for organisers: with the names of the organisations and all figures, and as files to take along. */
@Produces(MediaType.ALL)
@Controller("/organiser")
final class NetworkDeskController {

    private static final String HERE = "/organiser/network";

    private final NetworkMap.Reader maps;
    private final MapFiles files;
    private final Pages pages;
    private final DeskPages deskPages;
    private final NetworkTime time;
    private final Clock clock;

    NetworkDeskController(
            NetworkMap.Reader maps, MapFiles files, Pages pages, DeskPages deskPages, NetworkTime time, Clock clock) {
        this.maps = maps;
        this.files = files;
        this.pages = pages;
        this.deskPages = deskPages;
        this.time = time;
        this.clock = clock;
    }

    @Get("/network")
    HttpResponse<String> look(HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var query = MapQuery.of(HERE, FormText.asked(request.getParameters()));
        var map = maps.read(query.to());
        var chosen = map.find(query.of());
        return deskPages.show(
                view,
                organiser,
                view.text("network.title"),
                new StaticTemplates().mapDesk(view, map, query, Drawing.named(map, chosen), chosen));
    }

    /** With the parameter {@code for=excel}, as a Belgian Excel reads it by a double click. */
    @Get("/network.csv")
    HttpResponse<String> csv(HttpRequest<?> request, Visit visit, Organiser organiser) {
        var separator = Csv.Separator.asked(FormText.asked(request.getParameters()));
        return file("csv", Csv.CONTENT_TYPE, files.csv(map(request), separator, visit.language()));
    }

    /** For programs that draw and measure networks. */
    @Get("/network.graphml")
    HttpResponse<String> graphml(HttpRequest<?> request, Visit visit, Organiser organiser) {
        return file("graphml", "application/xml; charset=utf-8", files.graphml(map(request)));
    }

    private NetworkMap map(HttpRequest<?> request) {
        return maps.read(MapQuery.of(HERE, FormText.asked(request.getParameters())).to());
    }

    private HttpResponse<String> file(String ending, String contentType, String text) {
        var name = "network-" + time.local(clock.instant()).toLocalDate() + "." + ending;
        return HttpResponse.ok(text)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
