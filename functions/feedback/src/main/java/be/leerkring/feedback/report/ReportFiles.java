package be.leerkring.feedback.report;

import be.leerkring.desk.Csv;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.View;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A report as files: CSV for a spreadsheet, a line a figure, and JSON for programs, with the sessions too. Names and
 * codes stay as they are; numbers have at most two decimals, behind a point.
 */
@Singleton
final class ReportFiles {

    private static final int DECIMALS = 2;

    private final JsonMapper mapper;
    private final NetworkTime time;

    ReportFiles(JsonMapper mapper, NetworkTime time) {
        this.mapper = mapper;
        this.time = time;
    }

    String csv(YearReport report, Csv.Separator separator, View view) {
        var words = new ReportWords(view, report.year());
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.of("chapter", "name", "figure", "value", "of", "before", "before-of", "definition")
                .map(column -> view.text("report.file." + column, words.year(), words.yearBefore()))
                .toList());
        for (var measure : report.measures()) {
            lines.add(List.of(
                    view.text("report.chapter." + measure.topic().chapter().code()),
                    measure.name(),
                    words.label(measure),
                    text(measure.now().value()),
                    text(measure.now().of()),
                    text(measure.before().value()),
                    text(measure.before().of()),
                    words.definition(measure)));
        }
        return Csv.file(lines, separator);
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? rounded(value).toPlainString() : "";
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    private static BigDecimal rounded(OptionalDouble value) {
        var rounded = BigDecimal.valueOf(value.getAsDouble()).setScale(DECIMALS, RoundingMode.HALF_UP);
        return new BigDecimal(rounded.stripTrailingZeros().toPlainString());
    }

    String json(YearReport report) {
        var data = new LinkedHashMap<String, Object>();
        data.put("year", report.year());
        data.put("complete", !report.running() && report.open() == 0);
        data.put("figures", figures(report));
        data.put("sessions", report.now().sessions().stream().map(this::session).toList());
        data.put(
                "organisationsNeverThere",
                report.now().neverThere().stream().map(Organisation::name).toList());
        data.put("sessionsNotClosed", report.open());
        try {
            return mapper.writeValueAsString(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    private static Map<String, Object> figures(YearReport report) {
        var figures = new LinkedHashMap<String, Object>();
        for (var measure : report.measures()) {
            var data = new LinkedHashMap<String, Object>();
            data.put("chapter", measure.topic().chapter().code());
            put(data, "value", measure.now().value());
            put(data, "of", measure.now().of());
            put(data, "before", measure.before().value());
            put(data, "beforeOf", measure.before().of());
            figures.put(measure.name(), data);
        }
        return figures;
    }

    private Map<String, Object> session(SessionLine line) {
        var figures = line.figures();
        var everybody = figures.everybody();
        var data = new LinkedHashMap<String, Object>();
        data.put("session", figures.session());
        data.put("day", time.local(figures.start()).toLocalDate().toString());
        data.put("title", figures.title().byLanguage());
        data.put("seats", figures.capacity());
        data.put("checkedIn", figures.checkedIn());
        data.put("registered", everybody.registered());
        data.put("present", everybody.present());
        for (var kind : Kind.values()) {
            data.put("present." + kind.code(), figures.of(kind).present());
        }
        data.put("noShows", everybody.absent());
        data.put("cancelled", everybody.cancelled());
        data.put("waiting", everybody.waiting());
        data.put("newPeople", figures.newPeople());
        data.put("organisations", figures.reached().size());
        data.put("organisationsUnlisted", figures.unlisted());
        put(data, "answers", line.satisfaction().answers().value());
        put(data, "usefulness", line.satisfaction().usefulness());
        put(data, "recommendation", line.satisfaction().recommendation());
        put(data, "netPromoterScore", line.satisfaction().netPromoterScore());
        data.put("pairsFirstMet", figures.pairs().first());
        data.put("pairsSoFar", figures.pairs().soFar());
        data.put("pairsPossible", figures.pairs().possible());
        return data;
    }

    private static void put(Map<String, Object> data, String name, OptionalDouble value) {
        if (value.isPresent()) {
            data.put(name, rounded(value));
        }
    }

    private static void put(Map<String, Object> data, String name, OptionalInt value) {
        if (value.isPresent()) {
            data.put(name, value.getAsInt());
        }
    }
}
