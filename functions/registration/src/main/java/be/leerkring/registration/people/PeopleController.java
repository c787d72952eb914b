package be.leerkring.registration.people;

import be.leerkring.desk.Csv;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.util.function.BiFunction;

/** A session's people: in a table to search, to filter and to sort, and the same as files to take along. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}")
final class PeopleController {

    private final People.Reader reader;
    private final Addresses addresses;
    private final PeopleCsv csv;
    private final PeopleJson json;
    private final Pages pages;
    private final DeskPages deskPages;
    private final NetworkTime time;
    private final Clock clock;

    PeopleController(
            People.Reader reader,
            Addresses addresses,
            PeopleCsv csv,
            PeopleJson json,
            Pages pages,
            DeskPages deskPages,
            NetworkTime time,
            Clock clock) {
        this.reader = reader;
        this.addresses = addresses;
        this.csv = csv;
        this.json = json;
        this.pages = pages;
        this.deskPages = deskPages;
        this.time = time;
        this.clock = clock;
    }

    @Get("/people")
    HttpResponse<String> table(String id, HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return find(id, request, visit, (people, query) -> {
            var page = PeoplePage.of(query.among(people.all()), query.page());
            return deskPages.show(
                    view,
                    organiser,
                    view.text("people.title"),
                    new StaticTemplates().peopleList(
                            view, people, query.at(page.number()), page, addresses.suppressed(page.addresses())));
        });
    }

    /** With the parameter {@code for=excel}, as a Belgian Excel reads it by a double click. */
    @Get("/people.csv")
    HttpResponse<String> csv(String id, HttpRequest<?> request, Visit visit, Organiser organiser) {
        var separator = Csv.Separator.asked(FormText.asked(request.getParameters()));
        return find(id, request, visit, (people, query) -> file(
                people,
                "csv",
                Csv.CONTENT_TYPE,
                csv.write(query.among(people.all()), separator, visit.language())));
    }

    @Get("/people.json")
    HttpResponse<String> json(String id, HttpRequest<?> request, Visit visit, Organiser organiser) {
        return find(id, request, visit, (people, query) -> file(
                people,
                "json",
                "application/json; charset=utf-8",
                json.write(people, query.among(people.all()))));
    }

    private HttpResponse<String> find(
            String id, HttpRequest<?> request, Visit visit,
            BiFunction<People, PeopleQuery, HttpResponse<String>> answer) {
        return reader.of(id)
                .map(people -> answer.apply(people, PeopleQuery.of(FormText.asked(request.getParameters()))))
                .orElseGet(() -> deskPages.notFound(pages.view(visit)));
    }

    /** Named by its session and by today, for a list of people is out of date tomorrow. */
    private HttpResponse<String> file(People people, String ending, String contentType, String text) {
        var name = people.session().id() + "-" + time.local(clock.instant()).toLocalDate() + "." + ending;
        return HttpResponse.ok(text)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
