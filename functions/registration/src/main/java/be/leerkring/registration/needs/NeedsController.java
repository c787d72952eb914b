package be.leerkring.registration.needs;

import be.leerkring.desk.Csv;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.platform.language.Texts;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a session's people need: to read, to print, and as a file of its own. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}")
final class NeedsController {

    private final NeedsSheet.Reader reader;
    private final Pages pages;
    private final DeskPages deskPages;

    NeedsController(NeedsSheet.Reader reader, Pages pages, DeskPages deskPages) {
        this.reader = reader;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get("/needs")
    HttpResponse<String> look(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return reader.of(id)
                .map(sheet -> deskPages.show(
                        view, organiser, view.text("needs.desk.title"), new StaticTemplates().needsSheet(view, sheet)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    /** With the parameter {@code for=excel}, as a Belgian Excel reads it by a double click. */
    @Get("/needs.csv")
    HttpResponse<String> csv(String id, HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var separator = Csv.Separator.asked(FormText.asked(request.getParameters()));
        return reader.of(id)
                .<HttpResponse<String>>map(sheet -> HttpResponse.ok(Csv.file(lines(sheet, view.texts()), separator))
                        .header(HttpHeaders.CONTENT_TYPE, Csv.CONTENT_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-needs.csv\""))
                .orElseGet(() -> deskPages.notFound(view));
    }

    /** A line a person, a column a question. */
    private static List<List<String>> lines(NeedsSheet sheet, Texts reader) {
        var headings = sheet.headings(reader);
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.concat(
                Stream.of("name", "organisation", "state").map(column -> reader.text("people.column." + column)),
                headings.stream().map(heading -> heading.words(reader))).toList());
        sheet.people().forEach(person -> lines.add(Stream.concat(
                Stream.of(
                        person.participant().name(),
                        person.participant().organisation(),
                        reader.text(person.status().text())),
                headings.stream().map(heading -> String.join(", ", person.to(heading).stream()
                        .map(need -> need.words(reader)).toList())))
                .toList()));
        return lines;
    }
}
